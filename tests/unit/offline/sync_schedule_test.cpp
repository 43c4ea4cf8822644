// SPDX-License-Identifier: GPL-3.0-or-later
// What the worker does when: order, pauses, and what an outage costs. Nothing sleeps; the clock is the test's.
#include "tests/unit/offline/sync_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using State = BoxRow::State;

namespace {
Result<QJsonObject> no(ErrorKind kind)
{
    return fail(kind, QStringLiteral("script"), QStringLiteral("said the script"));
}
} // namespace

class SyncScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recoversThenAsksThenSends();
    void anOutageCostsAnEntryOneAttempt();
    void aSilentCityIsAskedLightly();
    void aVillagerHurriesTheQuestion();
    void aBusyCityIsLeftAlone();
    void aPauseAskedForHoldsForTheWholeLine();
    void garbageHoldsUpNobodyElse();
    void aNoIsParked_data();
    void aNoIsParked();
    void whatTheDiskRefusedIsNotSentTwice();
    void anEntryThatComesMeanwhileIsSeen();
    void nothingWaitsForTheLostHour();
    void whatWasSentMeetsTheLogWithoutItsContent();
    void aTimerThatFiresEarlyIsArmedAgain();
    void dyingInTheMiddleOfARequest();
};

void SyncScheduleTest::recoversThenAsksThenSends()
{
    SyncRig rig;
    const QUuid first = rig.outbox.put();
    rig.outbox.rows.first().state = State::InFlight; // the power failed
    const QUuid second = rig.outbox.put();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.recoveries, 1);
    QCOMPARE(rig.city.calls,
             QStringList({QStringLiteral("changes "), QStringLiteral("catalogue "), QStringLiteral("evaluation"),
                          QStringLiteral("evaluation"), QStringLiteral("notices "), QStringLiteral("commands "),
                          QStringLiteral("roster ")}));
    QCOMPARE(rig.outbox.row(first).state, State::Done);
    QCOMPARE(rig.outbox.row(second).state, State::Done);
    QCOMPARE(rig.reachability, QList<bool>{true});
}

void SyncScheduleTest::anOutageCostsAnEntryOneAttempt()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    QList<QUuid> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(rig.outbox.put());
    rig.city.down = true;
    rig.worker->wake();
    QVERIFY(rig.runFor(2h));
    QCOMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
    QCOMPARE(rig.outbox.row(ids.first()).entry.attempts, 1);
    QCOMPARE(rig.outbox.row(ids.first()).error, QStringLiteral("PlatformUnreachable"));

    rig.city.down = false;
    QVERIFY(rig.runFor(rig.options.backoff.cap));
    QCOMPARE(rig.reachability, QList<bool>({true, false, true}));                 // noticed
    QVERIFY(rig.runFor(8 * offline::outbox::Pace(rig.options.backoff).widest())); // everybody else is back, too
    QCOMPARE(rig.outbox.count(State::Done), 20);
    QCOMPARE(rig.reachability.size(), 3);
}

void SyncScheduleTest::aSilentCityIsAskedLightly()
{
    SyncRig rig;
    rig.city.down = true;
    rig.outbox.put();
    QVERIFY(rig.runFor(1h));
    const auto asked = rig.city.calls.size();
    QVERIFY2(asked >= 120 && asked <= 130, qPrintable(QString::number(asked))); // every 30 s, after the first few
    QCOMPARE(rig.city.count(QStringLiteral("changes ")), asked);
    QCOMPARE(rig.outbox.claims, 0);
    QVERIFY(rig.reachability.isEmpty()); // it never was reachable
}

void SyncScheduleTest::aVillagerHurriesTheQuestion()
{
    SyncRig rig;
    rig.city.down = true;
    QVERIFY(rig.runFor(1h));
    const auto before = rig.city.calls.size();
    rig.city.down = false;
    const QUuid entry = rig.outbox.put();
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.calls.at(before), QStringLiteral("changes "));
    QCOMPARE(rig.outbox.row(entry).state, State::Done);
}

void SyncScheduleTest::aBusyCityIsLeftAlone()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    const QUuid first = rig.outbox.put();
    const QUuid second = rig.outbox.put();
    rig.city.writes.push_back(no(ErrorKind::PlatformBusy));
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
    rig.worker->wake(); // nobody hurries who is busy
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
    QCOMPARE(rig.reachability, QList<bool>{true}); // busy is there
    QVERIFY(rig.runFor(10s));
    QCOMPARE(rig.outbox.row(first).state, State::Done);
    QCOMPARE(rig.outbox.row(second).state, State::Done);
    QCOMPARE(rig.city.count(QStringLiteral("evaluation")), 3);
}

void SyncScheduleTest::aPauseAskedForHoldsForTheWholeLine()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    rig.outbox.put();
    rig.outbox.put();
    rig.city.writes.push_back(no(ErrorKind::PlatformBusy));
    rig.city.pause = 20min;
    rig.worker->wake();
    QVERIFY(rig.runDue());
    const auto calls = rig.city.calls.size();
    rig.city.pause = 0ms;
    QVERIFY(rig.runFor(19min));
    rig.worker->wake(); // nobody hurries it
    QVERIFY(rig.runDue());
    QCOMPARE(rig.city.calls.size(), calls); // neither entries nor questions
    QVERIFY(rig.runFor(2min));
    QCOMPARE(rig.outbox.count(State::Done), 2);
}

void SyncScheduleTest::garbageHoldsUpNobodyElse()
{
    SyncRig rig;
    const QUuid first = rig.outbox.put();
    const QUuid second = rig.outbox.put();
    rig.city.writes.push_back(no(ErrorKind::PlatformBadAnswer));
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(first).state, State::Pending);
    QCOMPARE(rig.outbox.row(first).error, QStringLiteral("PlatformBadAnswer"));
    QCOMPARE(rig.outbox.row(second).state, State::Done);
    QVERIFY(rig.runFor(1min));
    QCOMPARE(rig.outbox.row(first).state, State::Done);
}

void SyncScheduleTest::aNoIsParked_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<State>("state");
    QTest::newRow("refused") << ErrorKind::PlatformRefused << State::Parked;
    QTest::newRow("conflict") << ErrorKind::PlatformConflict << State::Conflict;
}

void SyncScheduleTest::aNoIsParked()
{
    QFETCH(ErrorKind, kind);
    SyncRig rig;
    const QUuid first = rig.outbox.put();
    const QUuid second = rig.outbox.put();
    rig.city.writes.push_back(no(kind));
    QVERIFY(rig.runFor(24h));
    QTEST(rig.outbox.row(first).state, "state");
    QCOMPARE(rig.outbox.row(first).error, QLatin1String(nameOf(kind)));
    QCOMPARE(rig.outbox.row(first).entry.attempts, 1);
    QCOMPARE(rig.outbox.row(second).state, State::Done);

    const QUuid orphan = rig.outbox.put(ports::OutboxKind::SubmitCase); // whose case's answer is gone
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(orphan).state, State::Parked);
    QCOMPARE(rig.city.count(QStringLiteral("submit")), 0);
}

void SyncScheduleTest::whatTheDiskRefusedIsNotSentTwice()
{
    SyncRig rig;
    const QUuid entry = rig.outbox.put();
    rig.outbox.failWrites = 5;
    QVERIFY(rig.runFor(5min));
    QCOMPARE(rig.outbox.failWrites, 0);
    QCOMPARE(rig.outbox.row(entry).state, State::Done);
    QCOMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
}

void SyncScheduleTest::anEntryThatComesMeanwhileIsSeen()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    rig.worker->wake();                   // looks into the empty box …
    const QUuid entry = rig.outbox.put(); // … and the lane has perhaps looked already
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(entry).state, State::Done);

    const QUuid unsaid = rig.outbox.put(); // and without any wake it is found by the next poll
    QVERIFY(rig.runFor(rig.options.pollEvery + 1s));
    QCOMPARE(rig.outbox.row(unsaid).state, State::Done);
}

void SyncScheduleTest::nothingWaitsForTheLostHour()
{
    class SteppedClock final : public Clock
    {
    public:
        [[nodiscard]] QDateTime nowUtc() const override { return base.nowUtc().addSecs(offset); }
        [[nodiscard]] std::chrono::milliseconds monotonic() const override { return base.monotonic(); }
        ManualClock base{QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC)};
        int offset = 0;
    };
    SteppedClock clock;
    SyncRig rig;
    rig.worker = std::make_unique<offline::sync::SyncWorker>(rig.store, rig.city, clock, rig.options);
    QVERIFY(rig.runDue());
    const QUuid entry = rig.outbox.put();
    rig.city.writes.push_back(no(ErrorKind::PlatformBadAnswer)); // waits 16 s
    rig.worker->wake();
    QVERIFY(rig.runDue());
    clock.offset = -3600; // somebody sets the clock back
    clock.base.advance(20s);
    rig.worker->wake();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(entry).state, State::Done);
}

void SyncScheduleTest::whatWasSentMeetsTheLogWithoutItsContent()
{
    static QByteArrayList lines;
    lines.clear();
    setLogSink([](const QByteArray &line) { lines.append(line); });
    SyncRig rig;
    rig.outbox.put();
    rig.outbox.rows.first().entry.payload = {{QStringLiteral("name"), QStringLiteral("张秀英")}};
    rig.city.writes.push_back(no(ErrorKind::PlatformRefused));
    const bool ran = rig.runDue();
    setLogSink([](const QByteArray &) {});
    QVERIFY(ran);
    const QByteArray all = lines.join('\n');
    QVERIFY(all.contains("OutboxSending") && all.contains("OutboxParked") && all.contains("PlatformRefused"));
    QVERIFY(!all.contains("张秀英"));
}

void SyncScheduleTest::aTimerThatFiresEarlyIsArmedAgain()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    int armed = 0;
    connect(rig.worker.get(), &offline::sync::SyncWorker::dueChanged, this, [&] { ++armed; });
    rig.clock.advance(*rig.worker->dueIn() - 1ms);
    rig.worker->tick();
    QCOMPARE(armed, 1);
    QCOMPARE(*rig.worker->dueIn(), 1ms);
}

void SyncScheduleTest::dyingInTheMiddleOfARequest()
{
    SyncRig rig;
    QVERIFY(rig.runDue());
    const QUuid entry = rig.outbox.put();
    rig.city.mute = true;
    rig.worker->wake();
    QTRY_COMPARE(rig.city.count(QStringLiteral("evaluation")), 1);
    rig.worker.reset();
    QCOMPARE(rig.outbox.row(entry).state,
             State::InFlight); // "perhaps sent": the next start sends it under the same key
    rig.city.mute = false;
    rig.makeWorker();
    QVERIFY(rig.runDue());
    QCOMPARE(rig.outbox.row(entry).state, State::Done);
    QCOMPARE(rig.outbox.row(entry).entry.attempts, 2);
}

QTEST_GUILESS_MAIN(SyncScheduleTest)
#include "sync_schedule_test.moc"
