// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as those see it who look after it: staff, the queue's program, the ferry.
#include "app/core/base/log.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::OutboxEntry;
using ports::OutboxKind;
using ports::OutboxState;

class OutboxDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    domain::SubmittedCase submitted(const Villager &villager)
    {
        auto draft = filledDraft(*m_store, villager, m_world->clock);
        auto found = m_store->cases().submit(*draft);
        if (!found)
            qFatal("submit: %s", qPrintable(found.error().detail));
        return *found;
    }
    OutboxEntry claimed()
    {
        const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
        return entry && entry->has_value() ? **entry : OutboxEntry();
    }
    void finishAll()
    {
        for (auto entry = claimed(); !entry.id.isNull(); entry = claimed())
            QVERIFY(m_store->outbox().complete(entry.id, {}));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
        setLogSink([](const QByteArray &) {});
    }
    void cleanup() { m_store.reset(); }

    void linesSayWhatWaitsAndWhy()
    {
        auto &desk = m_store->outboxDesk();
        const auto mine = submitted(zhang());
        const auto lines = desk.lines(std::nullopt, 100);
        QVERIFY(lines);
        QCOMPARE(lines->size(), std::size_t(5)); // form, two pages, signature, submission
        QCOMPARE(lines->front().kind, OutboxKind::CreateCase);
        QCOMPARE(lines->front().caseId, mine.content.id);
        QCOMPARE(lines->front().localNumber, mine.localNumber);
        QCOMPARE(lines->front().enqueuedAt, m_world->clock.nowUtc());
        QVERIFY(!lines->front().error && !lines->front().notBefore.isValid());
        QCOMPARE(desk.lines(std::nullopt, 2)->size(), std::size_t(2));
        QCOMPARE(desk.lines(std::nullopt, -1)->size(), std::size_t(0));

        const auto entry = claimed();
        const Error refused{ErrorKind::PlatformRefused, QStringLiteral("http"), QStringLiteral("422 item_closed")};
        QVERIFY(m_store->outbox().park(entry.id, refused));
        const auto parked = desk.lines(OutboxState::Parked, 100);
        QCOMPARE(parked->size(), std::size_t(1));
        QCOMPARE(parked->front().entry, entry.id);
        QCOMPARE(*parked->front().error, ErrorKind::PlatformRefused);
        QVERIFY(parked->front().detail.contains(QLatin1String("item_closed")));
        QCOMPARE(parked->front().attempts, 1);
        QCOMPARE(desk.lines(OutboxState::Pending, 100)->size(), std::size_t(4));
        QCOMPARE(desk.lines(OutboxState::Done, 100)->size(), std::size_t(0));
    }

    void aReasonThatStaffGiveIsKept()
    {
        auto &desk = m_store->outboxDesk();
        submitted(zhang());
        const QUuid form = desk.lines(std::nullopt, 1)->front().entry;
        QVERIFY(desk.hold(form, QStringLiteral("等申请人补签字")));
        QVERIFY(claimed().id.isNull()); // all the others wait for it
        const auto held = desk.lines(OutboxState::Parked, 1);
        QCOMPARE(held->front().detail, QStringLiteral("等申请人补签字"));
        QVERIFY(!held->front().error);
        QVERIFY(desk.release(form));
        QCOMPARE(claimed().id, form);
    }

    void aCaseIsUnsentUntilItsSubmissionIsDone()
    {
        auto &desk = m_store->outboxDesk();
        const auto first = submitted(zhang());
        m_world->clock.advance(std::chrono::minutes(5));
        const auto second = submitted(li());
        auto unsent = desk.unsent();
        QCOMPARE(unsent->size(), std::size_t(2));
        QCOMPARE(unsent->front().caseId, first.content.id);
        QCOMPARE(unsent->front().localNumber, first.localNumber);
        QCOMPARE(unsent->front().submittedAt, first.submittedAt);
        QVERIFY(!unsent->front().needsPerson);
        QCOMPARE(unsent->back().caseId, second.content.id);

        QCOMPARE(claimed().caseId, first.content.id);
        const auto entry = claimed();
        QCOMPARE(entry.caseId, second.content.id);
        QVERIFY(m_store->outbox().conflict(entry.id, {ErrorKind::PlatformConflict, {}, {}}));
        unsent = desk.unsent();
        QVERIFY(!unsent->front().needsPerson);
        QVERIFY(unsent->back().needsPerson);

        QCOMPARE(*m_store->outbox().recoverInFlight(), 1);
        finishAll();
        unsent = desk.unsent();
        QCOMPARE(unsent->size(), std::size_t(1));
        QCOMPARE(unsent->front().caseId, second.content.id);
        QVERIFY(desk.release(entry.id));
        finishAll();
        QCOMPARE(desk.unsent()->size(), std::size_t(0));
    }

    // 2026-03-01 is a Sunday; the clock of this world stands at 9:30 there.
    void theAlarmIsThatOfTheCalendar()
    {
        submitted(zhang());
        QCOMPARE(m_store->outboxDesk().unsent()->front().alarmAt,
                 QDateTime(QDate(2026, 3, 2), QTime(16, 0), Qt::UTC)); // Tuesday 0:00 in China
    }

    void theFerryGetsEverythingOpenInTheOrderOfNeed()
    {
        auto &desk = m_store->outboxDesk();
        const auto mine = submitted(zhang());
        submitted(li());
        QVERIFY(m_store->cases().saveEvaluation({.caseId = mine.content.id, .level = 5}));
        const auto entries = desk.openEntriesOf(mine.content.id);
        QVERIFY(entries);
        QList<OutboxKind> kinds;
        for (const auto &entry : *entries)
            kinds << entry.kind;
        QCOMPARE(kinds, (QList{OutboxKind::CreateCase, OutboxKind::UploadPage, OutboxKind::UploadPage,
                               OutboxKind::UploadPage, OutboxKind::SubmitCase, OutboxKind::SendEvaluation}));
        QCOMPARE((*entries)[0].payload["localNumber"].toString(), mine.localNumber);
        QCOMPARE((*entries)[0].attempts, 0); // nothing was claimed
        QCOMPARE(claimed().id, (*entries)[0].id);
        QCOMPARE(desk.openEntriesOf(mine.content.id)->size(), std::size_t(6)); // what is in flight is open, too
        QCOMPARE(desk.openEntriesOf(QUuid::createUuid())->size(), std::size_t(0));
    }

    void anAnswerByAnotherWayFreesWhatWaited()
    {
        auto &desk = m_store->outboxDesk();
        const auto mine = submitted(zhang());
        const auto form = claimed(); // the line is at it, too
        const QJsonObject answer{{QStringLiteral("caseId"), QStringLiteral("P-1")}};
        QVERIFY(desk.acknowledge(form.id, answer));
        QVERIFY(desk.acknowledge(form.id, {{QStringLiteral("caseId"), QStringLiteral("P-2")}}));
        QCOMPARE(*m_store->outbox().answerOf(mine.content.id, OutboxKind::CreateCase), answer);
        QVERIFY(failedWith(m_store->outbox().complete(form.id, answer), ErrorKind::NotFound)); // came second
        QCOMPARE(claimed().kind, OutboxKind::UploadPage);
        const auto rest = desk.openEntriesOf(mine.content.id);
        for (const auto &entry : *rest)
            QVERIFY(desk.acknowledge(entry.id, {}));
        QVERIFY(claimed().id.isNull());
        QCOMPARE(desk.unsent()->size(), std::size_t(0));
    }

    void theAnswersOfACaseAreTakenTogetherOrNotAtAll()
    {
        auto &desk = m_store->outboxDesk();
        const auto mine = submitted(zhang());
        const auto other = submitted(li());
        const auto open = desk.openEntriesOf(mine.content.id);
        std::vector<ports::Acknowledged> answers;
        for (const auto &entry : *open)
            answers.push_back({.entry = entry.id, .answer = {{QStringLiteral("caseId"), QStringLiteral("P-1")}}});
        auto withAStranger = answers;
        withAStranger.push_back({.entry = desk.openEntriesOf(other.content.id)->front().id, .answer = {}});
        QVERIFY(failedWith(desk.acknowledgeAll(mine.content.id, withAStranger), ErrorKind::NotFound));
        QCOMPARE(desk.openEntriesOf(mine.content.id)->size(), answers.size());
        QVERIFY(desk.acknowledgeAll(mine.content.id, answers));
        QVERIFY(desk.acknowledgeAll(mine.content.id, answers)); // once more is fine
        QVERIFY(desk.openEntriesOf(mine.content.id)->empty());
        QCOMPARE(desk.unsent()->size(), std::size_t(1));
    }

    void anUnknownEntryIsNotFound()
    {
        auto &desk = m_store->outboxDesk();
        QVERIFY(failedWith(desk.release(QUuid::createUuid()), ErrorKind::NotFound));
        QVERIFY(failedWith(desk.hold(QUuid::createUuid(), {}), ErrorKind::NotFound));
        QVERIFY(failedWith(desk.acknowledge(QUuid::createUuid(), {}), ErrorKind::NotFound));
    }
};

QTEST_GUILESS_MAIN(OutboxDeskTest)
#include "outbox_desk_test.moc"
