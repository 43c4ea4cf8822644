// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: what one form made has a receipt a case, one after the other, and none is passed over in silence.
#include "tests/unit/flow/walk.h"

#include "app/flow/service/page_words.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;

namespace {

Walk toTwoReceipts()
{
    Walk walk = toReview();
    walk.then(Forward{}).then(CaseSaved{casesTogether().front(), {casesTogether().back()}});
    return walk;
}

QUuid first()
{
    return casesTogether().front().content.id;
}

QUuid second()
{
    return casesTogether().back().content.id;
}

} // namespace

class FlowTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiptsFollowEachOther()
    {
        Walk walk = toTwoReceipts();
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, first());
        QVERIFY(wordsFor(walk.state()).subtitle.contains(QStringLiteral("第1张")));
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QCOMPARE(walk.step(), Step::Receipt);
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, second());
        QVERIFY(walk.state().busy);
        QVERIFY(wordsFor(walk.state()).subtitle.contains(QStringLiteral("第2张")));
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QVERIFY(!walk.asked<PrintReceipt>() && !walk.state().busy);
        QCOMPARE(walk.state().print, PrintPhase::Confirmed);
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Rating);
    }

    void thePersonsWordLeadsOn()
    {
        Walk walk = toTwoReceipts();
        walk.then(PrintEnded{ports::PrintOutcome::Unknown}).then(PaperSeen{true});
        QCOMPARE(walk.asked<RecordPaper>()->caseId, first());
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, second());
    }

    void whatDidNotComeOutIsNotPassedOver()
    {
        Walk walk = toTwoReceipts();
        walk.then(PrintEnded{ports::PrintOutcome::Unknown}).then(PaperSeen{false});
        QVERIFY(!walk.asked<PrintReceipt>());
        QCOMPARE(walk.state().print, PrintPhase::Failed);
        walk.then(TriedAgain{});
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, first());
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, second());
    }

    // Nobody must wait for a printer: both are printed another day, with the card.
    void whoeverDoesNotWaitMayGo()
    {
        Walk walk = toTwoReceipts();
        walk.then(failure(ErrorKind::PaperOut)).then(Forward{});
        QCOMPARE(walk.step(), Step::Rating);
        QVERIFY(!walk.asked<PrintReceipt>());
    }

    void copiesAreThoseOfAll()
    {
        Walk walk = toTwoReceipts();
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(PrintEnded{ports::PrintOutcome::Confirmed});
        walk.then(SpareWanted{});
        for (const QUuid &copied : {first(), second()}) {
            QVERIFY(walk.asked<PrintReceipt>());
            QCOMPARE(walk.asked<PrintReceipt>()->submitted.content.id, copied);
            QVERIFY(walk.asked<PrintReceipt>()->spare); // 副本, and on record as one
            walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        }
        QVERIFY(!walk.asked<PrintReceipt>());
        QCOMPARE(walk.state().print, PrintPhase::Confirmed);
    }

    void oneRatingStandsForAll()
    {
        Walk walk = toTwoReceipts();
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(PrintEnded{ports::PrintOutcome::Confirmed});
        walk.then(Forward{}).then(Rated{4});
        QList<QUuid> rated;
        for (const ServiceEffect &effect : walk.last().effects) {
            if (const auto *rating = std::get_if<SaveRating>(&effect)) {
                QCOMPARE(rating->evaluation.level, 4);
                rated << rating->evaluation.caseId;
            }
        }
        QCOMPARE(rated, (QList<QUuid>{first(), second()}));
        QVERIFY(walk.asked<Wipe>());
        QVERIFY(walk.state().together.empty());
    }

    void theCitysWordReachesEachOfThem()
    {
        Walk walk = toTwoReceipts();
        walk.then(StatusArrived{second(), domain::CaseStatus::Submitted, QStringLiteral("P-2")});
        QVERIFY(walk.state().submitted->projectNumber.isEmpty());
        QCOMPARE(walk.state().together.back().projectNumber, QStringLiteral("P-2"));
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QCOMPARE(walk.state().submitted->projectNumber, QStringLiteral("P-2"));
    }
};

QTEST_GUILESS_MAIN(FlowTogetherTest)
#include "flow_together_test.moc"
