// SPDX-License-Identifier: GPL-3.0-or-later
// Every status × every event against the table of DOMAIN.md, written a second time and in another form.
#include "app/core/domain/case_machine.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace tongban;
using namespace tongban::domain;

namespace {

// "from event to", as DOMAIN.md tells the story.
const QStringList story{
    QStringLiteral("draft 0 queued"),           QStringLiteral("queued 1 submitted"),
    QStringLiteral("submitted 2 preReturned"),  QStringLiteral("preReturned 3 submitted"),
    QStringLiteral("submitted 4 prePassed"),    QStringLiteral("prePassed 5 received"),
    QStringLiteral("received 6 supplementing"), QStringLiteral("supplementing 7 received"),
    QStringLiteral("received 8 notAccepted"),   QStringLiteral("received 9 accepted"),
    QStringLiteral("accepted 10 reviewing"),    QStringLiteral("reviewing 11 suspended"),
    QStringLiteral("suspended 12 reviewing"),   QStringLiteral("reviewing 13 approved"),
    QStringLiteral("reviewing 14 rejected"),    QStringLiteral("approved 15 feeDue"),
    QStringLiteral("feeDue 16 feePaid"),        QStringLiteral("approved 17 licenceReady"),
    QStringLiteral("feePaid 17 licenceReady"),  QStringLiteral("approved 18 closed"),
    QStringLiteral("rejected 18 closed"),       QStringLiteral("feePaid 18 closed"),
    QStringLiteral("licenceReady 18 closed"),   QStringLiteral("closed 19 delivered"),
};
const QStringList beforeDecision{QStringLiteral("submitted"),     QStringLiteral("preReturned"),
                                 QStringLiteral("prePassed"),     QStringLiteral("received"),
                                 QStringLiteral("supplementing"), QStringLiteral("accepted"),
                                 QStringLiteral("reviewing"),     QStringLiteral("suspended")};

QHash<QString, QString> expectedMoves()
{
    QHash<QString, QString> moves;
    for (const QString &line : story) {
        const QStringList words = line.split(u' ');
        moves.insert(words[0] + u' ' + words[1], words[2]);
    }
    for (const QString &status : beforeDecision) {
        moves.insert(status + QStringLiteral(" 20"), QStringLiteral("withdrawn"));
        moves.insert(status + QStringLiteral(" 21"), QStringLiteral("terminated"));
    }
    moves.insert(QStringLiteral("queued 20"), QStringLiteral("withdrawn"));
    moves.insert(QStringLiteral("feeDue 21"), QStringLiteral("terminated"));
    return moves;
}

} // namespace

class CaseMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusAndEvent()
    {
        const auto expected = expectedMoves();
        int legal = 0;
        for (int s = 0; s < caseStatusCount; ++s) {
            for (int e = 0; e < caseEventCount; ++e) {
                const auto status = static_cast<CaseStatus>(s);
                const QString key = QStringLiteral("%1 %2").arg(nameOf(status)).arg(e);
                const auto moved = advance(status, static_cast<CaseEvent>(e));
                QCOMPARE(moved ? nameOf(*moved) : QString(), expected.value(key));
                if (!moved)
                    QCOMPARE(moved.error().kind, ErrorKind::PlatformBadAnswer);
                legal += moved ? 1 : 0;
            }
        }
        QCOMPARE(legal, static_cast<int>(expected.size()));
    }

    void namesComeBack()
    {
        QSet<QString> names;
        for (int s = 0; s < caseStatusCount; ++s) {
            const auto status = static_cast<CaseStatus>(s);
            names.insert(nameOf(status));
            const auto back = caseStatusFromName(nameOf(status));
            QVERIFY(back && *back == status);
        }
        QCOMPARE(names.size(), caseStatusCount);
        QVERIFY(failedWith(caseStatusFromName(QStringLiteral("Accepted")), ErrorKind::PlatformBadAnswer));
        QVERIFY(failedWith(caseStatusFromName({}), ErrorKind::PlatformBadAnswer));
    }

    // Pulls miss steps: submitted → accepted is believed, a way back is not.
    void pulledStatusesAreReachable()
    {
        QVERIFY(isReachable(CaseStatus::Queued, CaseStatus::Accepted));
        QVERIFY(isReachable(CaseStatus::Submitted, CaseStatus::Delivered));
        QVERIFY(isReachable(CaseStatus::Suspended, CaseStatus::Reviewing));
        QVERIFY(isReachable(CaseStatus::Closed, CaseStatus::Closed));
        QVERIFY(!isReachable(CaseStatus::Accepted, CaseStatus::Submitted));
        QVERIFY(!isReachable(CaseStatus::NotAccepted, CaseStatus::Accepted));
        QVERIFY(!isReachable(CaseStatus::Withdrawn, CaseStatus::Closed));
        QVERIFY(!isReachable(CaseStatus::Queued, CaseStatus::Draft));
    }
};

QTEST_GUILESS_MAIN(CaseMachineTest)
#include "case_machine_test.moc"
