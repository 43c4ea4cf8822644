// SPDX-License-Identifier: GPL-3.0-or-later
// Which message goes first, and that each comes to its turn.
#include "offline/outbox/claim_order.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace tongban::offline::outbox;
using tongban::ports::OutboxKind;

class OutboxOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTurnAsksEveryClassOnce()
    {
        for (unsigned turn = 0; turn < 100; ++turn) {
            const auto order = classOrder(turn);
            QCOMPARE(std::set<Priority>(order.begin(), order.end()).size(), allPriorities.size());
            QVERIFY(std::is_sorted(order.begin() + 1, order.end())); // behind the leader: the most urgent first
        }
    }

    // From wherever one begins to count, also over the end of the counter.
    void everyClassLeadsInEveryCycle()
    {
        for (const unsigned start : {0U, 1U, 7U, 15U, 16U, 1'000'003U, 4'294'967'290U}) {
            std::set<Priority> leaders;
            for (unsigned turn = 0; turn < turnsOfACycle; ++turn)
                leaders.insert(classOrder(start + turn).front());
            QCOMPARE(leaders.size(), allPriorities.size());
        }
    }

    void theFormLeadsMostOfTheTime()
    {
        int forms = 0;
        for (unsigned turn = 0; turn < turnsOfACycle; ++turn)
            forms += classOrder(turn).front() == Priority::Form;
        QCOMPARE(forms, 12);
        QCOMPARE(classOrder(0).front(), Priority::Form);
    }

    void theOldestOfTheClassGoes()
    {
        const std::vector<Waiting> due{
            {Priority::Page, 1}, {Priority::Form, 9}, {Priority::Form, 4}, {Priority::Other, 2}};
        QCOMPARE(nextOf(due, 0)->seq, 4);
        QCOMPARE(nextOf(due, 3)->seq, 4); // the thumbnails' turn; there is none
        QCOMPARE(nextOf(due, 7)->seq, 1);
        QCOMPARE(nextOf(due, 15)->seq, 2);
        QVERIFY(!nextOf({}, 0));
    }

    void everyKindHasItsClass()
    {
        QCOMPARE(priorityOf(OutboxKind::CreateCase), Priority::Form);
        QCOMPARE(priorityOf(OutboxKind::SubmitCase), Priority::Form);
        QCOMPARE(priorityOf(OutboxKind::UploadThumbnail), Priority::Thumbnail);
        QCOMPARE(priorityOf(OutboxKind::UploadPage), Priority::Page);
        QCOMPARE(priorityOf(OutboxKind::SendEvaluation), Priority::Other);
        QCOMPARE(priorityOf(OutboxKind::UploadSupplement), Priority::Page);
        QCOMPARE(priorityOf(OutboxKind::SendSupplement), Priority::Form); // a case waits for it
    }
};

QTEST_GUILESS_MAIN(OutboxOrderTest)
#include "outbox_order_test.moc"
