// SPDX-License-Identifier: GPL-3.0-or-later
// 评价 with its reasons, and the spare copy of the receipt.
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

Walk toConfirmed()
{
    Walk walk = toReceipt();
    walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
    return walk;
}

Walk toRating()
{
    Walk walk = toConfirmed();
    walk.then(Forward{});
    return walk;
}

} // namespace

class FlowRatingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsContentIsNotAsked()
    {
        for (const int level : {3, 4, 5}) {
            Walk walk = toRating();
            walk.then(Rated{level});
            QCOMPARE(walk.step(), Step::Farewell);
            QVERIFY(walk.asked<SaveRating>()->evaluation.reasons.isEmpty());
        }
    }

    void whoIsNotIsAskedWhy()
    {
        Walk walk = toRating();
        const QString before = wordsFor(walk.state()).title;
        walk.then(Rated{2});
        QCOMPARE(walk.step(), Step::Rating);
        QVERIFY(!walk.asked<SaveRating>());
        QVERIFY(wordsFor(walk.state()).title != before);
        walk.then(ReasonToggled{QStringLiteral("slow")}).then(ReasonToggled{QStringLiteral("papers")});
        walk.then(ReasonToggled{QStringLiteral("slow")}).then(ReasonToggled{QStringLiteral("whatever")});
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Farewell);
        QCOMPARE(walk.asked<SaveRating>()->evaluation.level, 2);
        QCOMPARE(walk.asked<SaveRating>()->evaluation.reasons, QStringList(QStringLiteral("papers")));
    }

    void nobodyMustSayWhy()
    {
        Walk walk = toRating();
        walk.then(Rated{1}).then(Forward{});
        QCOMPARE(walk.asked<SaveRating>()->evaluation.level, 1);
        QVERIFY(walk.asked<SaveRating>()->evaluation.reasons.isEmpty());
    }

    void aLevelCanBeTakenBack()
    {
        Walk walk = toRating();
        walk.then(Rated{1}).then(ReasonToggled{QStringLiteral("slow")}).then(Backward{});
        QCOMPARE(walk.step(), Step::Rating);
        QVERIFY(walk.state().rated == 0 && walk.state().reasons.isEmpty());
        walk.then(Rated{5});
        QCOMPARE(walk.asked<SaveRating>()->evaluation.level, 5);
    }

    void saidIsSaidHoweverOneLeaves()
    {
        for (const ServiceEvent &way : {ServiceEvent(StartOver{}), ServiceEvent(IdleExpired{})}) {
            Walk walk = toRating();
            walk.then(Rated{1}).then(ReasonToggled{QStringLiteral("slow")}).then(way);
            QCOMPARE(walk.step(), Step::Farewell);
            QCOMPARE(walk.asked<SaveRating>()->evaluation.reasons, QStringList(QStringLiteral("slow")));
            Walk silent = toRating();
            silent.then(way);
            QVERIFY(!silent.asked<SaveRating>());
        }
    }

    void aSpareCopyComesOnRequestAlone()
    {
        Walk walk = toReceipt();
        QVERIFY(!walk.asked<PrintReceipt>()->spare);
        walk.then(SpareWanted{});
        QVERIFY(!walk.asked<PrintReceipt>()); // the first is not out yet
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(SpareWanted{});
        QVERIFY(walk.asked<PrintReceipt>() && walk.asked<PrintReceipt>()->spare);
        QVERIFY(walk.state().busy && !offersForward(walk.state()));
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QVERIFY(offersForward(walk.state()));
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Rating);
    }

    void aSpareThatFailsIsTriedAgainAsASpare()
    {
        Walk walk = toConfirmed();
        walk.then(SpareWanted{}).then(EffectFailed{{ErrorKind::PaperOut, {}, {}}});
        QVERIFY(walk.state().trouble && walk.state().print == PrintPhase::Failed);
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<PrintReceipt>()->spare);
        walk.then(PrintEnded{ports::PrintOutcome::Unknown});
        const PageWords words = wordsFor(walk.state());
        QVERIFY(words.title.contains(QStringLiteral("副本")));
        walk.then(PaperSeen{false});
        QVERIFY(offersForward(walk.state())); // the receipt itself is in the hand
        QCOMPARE(walk.then(Forward{}).step(), Step::Rating);
    }
};

QTEST_GUILESS_MAIN(FlowRatingTest)
#include "flow_rating_test.moc"
