// SPDX-License-Identifier: GPL-3.0-or-later
// The clock that believes nobody but the city: its floor, what carries it on, and numbers that stay in order.
#include "app/core/base/uuid7.h"
#include "offline/platform/trusted_clock.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline::platform;
using namespace std::chrono_literals;

namespace {

const QDateTime floorUtc(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);

class JumpingClock final : public Clock // a machine whose wall clock is set by anybody
{
public:
    explicit JumpingClock(QDateTime utc) : wall(std::move(utc)) {}
    [[nodiscard]] QDateTime nowUtc() const override { return wall; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return mono; }
    QDateTime wall;
    std::chrono::milliseconds mono{1000};
};

} // namespace

class HttpClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFloorGoesOn();
    void aSignedTimeIsCarriedOnWhateverTheMachineSays();
    void neverBelowTheFloor();
    void numbersStayInOrderWhenTheClockGoesBack();
};

void HttpClockTest::theFloorGoesOn()
{
    JumpingClock machine(QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC));
    TrustedClock clock(machine, floorUtc);
    QCOMPARE(clock.nowUtc(), floorUtc);
    machine.mono += 90s;
    QCOMPARE(clock.nowUtc(), floorUtc.addSecs(90));
    QVERIFY(!clock.isCalibrated());
    clock.raiseFloor(floorUtc.addDays(3));
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(3));
    clock.raiseFloor(floorUtc.addDays(1)); // an earlier one changes nothing
    clock.raiseFloor(QDateTime());
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(3));
    machine.wall = floorUtc.addDays(10); // a machine that is later than the floor is believed until somebody signs
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(10));
    QVERIFY(buildDayUtc() > floorUtc && buildDayUtc() <= QDateTime::currentDateTimeUtc());
}

void HttpClockTest::aSignedTimeIsCarriedOnWhateverTheMachineSays()
{
    JumpingClock machine(floorUtc.addYears(30));
    TrustedClock clock(machine, floorUtc);
    QList<QDateTime> kept;
    clock.whenCalibrated([&](const QDateTime &floor) { kept.append(floor); });
    machine.mono += 400ms;
    QVERIFY(clock.calibrate(floorUtc.addDays(2), machine.mono - 400ms, machine.mono));
    QVERIFY(clock.isCalibrated());
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(2).addMSecs(200)); // true in the middle of the way
    machine.wall = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    machine.mono += 1h;
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(2).addSecs(3600).addMSecs(200));
    QCOMPARE(kept, QList<QDateTime>{floorUtc.addDays(2).addSecs(-300)});
}

void HttpClockTest::neverBelowTheFloor()
{
    JumpingClock machine(floorUtc);
    TrustedClock clock(machine, floorUtc);
    QVERIFY(failedWith(clock.calibrate(floorUtc.addSecs(-1), 0ms, 0ms), ErrorKind::PlatformBadAnswer));
    QVERIFY(failedWith(clock.calibrate(QDateTime(), 0ms, 0ms), ErrorKind::PlatformBadAnswer));
    QVERIFY(!clock.isCalibrated());
    QVERIFY(clock.calibrate(floorUtc.addDays(1), machine.mono, machine.mono));
    QVERIFY(clock.calibrate(floorUtc.addDays(1).addSecs(-200), machine.mono, machine.mono)); // the city was put right
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(1).addSecs(-200));
    QVERIFY(!clock.calibrate(floorUtc.addDays(1).addSecs(-400), machine.mono, machine.mono));
    QCOMPARE(clock.nowUtc(), floorUtc.addDays(1).addSecs(-200));
}

void HttpClockTest::numbersStayInOrderWhenTheClockGoesBack()
{
    JumpingClock machine(floorUtc.addYears(9));
    TrustedClock clock(machine, floorUtc);
    Uuid7Generator keys(clock);
    QByteArray last = keys.next().toRfc4122();
    QVERIFY(clock.calibrate(floorUtc.addDays(1), machine.mono, machine.mono)); // nine years back
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray next = keys.next().toRfc4122();
        QVERIFY(next > last);
        last = next;
    }
}

QTEST_GUILESS_MAIN(HttpClockTest)
#include "http_clock_test.moc"
