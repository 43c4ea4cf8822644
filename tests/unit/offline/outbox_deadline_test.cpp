// SPDX-License-Identifier: GPL-3.0-or-later
// The legal clock over the outbox: alarmed at the computed instant, once, and never taken back by a clock.
#include "app/core/base/log.h"
#include "app/core/domain/work_calendar.h"
#include "offline/outbox/deadline_watch.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using offline::outbox::DeadlineWatch;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

// Unsent cases by hand; the real desk has a test of its own.
class ScriptedDesk final : public ports::OutboxDesk
{
public:
    Result<std::vector<ports::OutboxLine>> lines(std::optional<ports::OutboxState>, int) override { return none(); }
    Result<std::vector<ports::UnsentCase>> unsent() override
    {
        if (broken)
            return none();
        return cases;
    }
    Result<void> release(const QUuid &) override { return none(); }
    Result<void> hold(const QUuid &, const QString &) override { return none(); }
    Result<std::vector<ports::OutboxEntry>> openEntriesOf(const QUuid &) override { return none(); }
    Result<void> acknowledge(const QUuid &, const QJsonObject &) override { return none(); }
    Result<void> acknowledgeAll(const QUuid &, const std::vector<ports::Acknowledged> &) override { return none(); }

    std::vector<ports::UnsentCase> cases;
    bool broken = false;

private:
    static tl::unexpected<Error> none() { return fail(ErrorKind::StoreUnwritable, QStringLiteral("scripted")); }
};

} // namespace

class OutboxDeadlineTest : public QObject
{
    Q_OBJECT

    ScriptedDesk m_desk;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<DeadlineWatch> m_watch;
    domain::WorkCalendar m_calendar;
    QByteArrayList m_log;

    QUuid submittedNow()
    {
        const QDateTime at = m_clock->nowUtc();
        const QUuid id = QUuid::createUuid();
        m_desk.cases.push_back({.caseId = id,
                                .localNumber = QStringLiteral("N-%1").arg(m_desk.cases.size() + 1),
                                .submittedAt = at,
                                .alarmAt = domain::alarmAt(at, m_calendar)});
        return id;
    }
    // Looks whenever it is told to, until so much time has passed; the instants of the alarms.
    QList<QDateTime> alarmsWithin(milliseconds span)
    {
        QList<QDateTime> alarms;
        while (span >= 0ms) {
            const auto seen = m_watch->look();
            if (!seen || seen->nextLook <= 0ms)
                return {};
            for (std::size_t i = 0; i < seen->newlyOverdue.size(); ++i)
                alarms << m_clock->nowUtc();
            m_clock->advance(seen->nextLook);
            span -= seen->nextLook;
        }
        return alarms;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = ScriptedDesk();
        // A Saturday on which offices work, before the Spring Festival of 2026: 14 February, 16:00 in China.
        m_clock = std::make_unique<ManualClock>(QDateTime(QDate(2026, 2, 14), QTime(8, 0), Qt::UTC));
        m_watch = std::make_unique<DeadlineWatch>(m_desk, *m_clock);
        QJsonArray holidays;
        for (int day = 15; day <= 23; ++day)
            holidays.append(QStringLiteral("2026-02-%1").arg(day));
        m_calendar = *domain::WorkCalendar::fromJson(
            {{"years", QJsonArray{QJsonObject{{"year", 2026},
                                              {"holidays", holidays},
                                              {"makeUpWorkdays", QJsonArray{"2026-02-14", "2026-02-28"}}}}}});
        m_log.clear();
        setLogSink([this](const QByteArray &line) { m_log << line; });
    }
    void cleanup()
    {
        setLogSink([](const QByteArray &) {});
    }

    void theAlarmComesAtTheComputedInstantHolidaysCounted()
    {
        const QUuid id = submittedNow();
        const auto alarms = alarmsWithin(15 * 24h);
        QCOMPARE(alarms, QList{QDateTime(QDate(2026, 2, 24), QTime(8, 0), Qt::UTC)});
        QCOMPARE(m_log.size(), 1);
        QVERIFY(m_log.front().contains("CaseOverdue") && m_log.front().contains("N-1"));
        QVERIFY(m_log.front().contains(id.toByteArray(QUuid::WithoutBraces)));
    }

    void whatIsSentInTimeAlarmsNobody()
    {
        submittedNow();
        QVERIFY(alarmsWithin(5 * 24h).isEmpty());
        m_desk.cases.clear();
        QVERIFY(alarmsWithin(30 * 24h).isEmpty());
    }

    void itStaysOverdueUntilItIsSent()
    {
        submittedNow();
        QCOMPARE(alarmsWithin(12 * 24h).size(), 1);
        QCOMPARE(m_watch->look()->overdue.size(), std::size_t(1));
        ManualClock back(QDateTime(QDate(2026, 2, 14), QTime(9, 0), Qt::UTC));
        *m_clock = back; // a technician sets the clock back
        QCOMPARE(m_watch->look()->overdue.size(), std::size_t(1));
        QCOMPARE(m_watch->look()->newlyOverdue.size(), std::size_t(0));
        QCOMPARE(m_log.size(), 1);
        m_desk.cases.clear();
        QCOMPARE(m_watch->look()->overdue.size(), std::size_t(0));
    }

    void aCaseOfAClockThatRanAheadAlarmsAtOnce()
    {
        *m_clock = ManualClock(QDateTime(QDate(2038, 1, 1), QTime(1, 0), Qt::UTC));
        submittedNow();
        *m_clock = ManualClock(QDateTime(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC));
        QCOMPARE(m_watch->look()->newlyOverdue.size(), std::size_t(1));
    }

    // A clock that is put right by a few minutes is no reason to alarm anybody.
    void aSmallStepBackAlarmsNobody()
    {
        submittedNow();
        *m_clock = ManualClock(m_clock->nowUtc().addSecs(-3'000));
        QVERIFY(m_watch->look()->overdue.empty());
    }

    void itLooksAtLeastEveryHour()
    {
        QCOMPARE(m_watch->look()->nextLook, milliseconds(1h));
        submittedNow();
        QCOMPARE(m_watch->look()->nextLook, milliseconds(1h));
    }

    void troubleOfTheStoreForgetsNothing()
    {
        submittedNow();
        QCOMPARE(alarmsWithin(12 * 24h).size(), 1);
        m_desk.broken = true;
        QVERIFY(failedWith(m_watch->look(), ErrorKind::StoreUnwritable));
        m_desk.broken = false;
        QCOMPARE(m_watch->look()->overdue.size(), std::size_t(1));
        QCOMPARE(m_log.size(), 1);
    }
};

QTEST_GUILESS_MAIN(OutboxDeadlineTest)
#include "outbox_deadline_test.moc"
