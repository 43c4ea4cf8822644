// SPDX-License-Identifier: GPL-3.0-or-later
// One device's place: when it is looked at, what is known of it afterwards, and that nobody has to wait for a look.
#include "app/core/base/log.h"
#include "tests/unit/drivers/slot_rig.h"

#include <QElapsedTimer>
#include <QSemaphore>

using namespace tongban;
using namespace tongban::tests;
using domain::DeviceState;

namespace {

// Holds a call until it is stopped or let go; says when it is inside.
struct Hold
{
    QSemaphore inside;
    QSemaphore letGo;

    [[nodiscard]] bool isEntered() // once an entry
    {
        return QTest::qWaitFor([this] { return inside.tryAcquire(); });
    }
    template <class R> std::function<R(std::stop_token)> call(R otherwise)
    {
        return [this, otherwise](std::stop_token stop) -> R {
            inside.release();
            const std::stop_callback onStop(stop, [this] { letGo.release(); });
            letGo.acquire();
            return stop.stop_requested() ? R(fail(ErrorKind::Cancelled, QStringLiteral("test"))) : otherwise;
        };
    }
};

} // namespace

class DeviceSlotTest : public QObject
{
    Q_OBJECT

    QList<QByteArray> m_log;

private Q_SLOTS:
    void init()
    {
        m_log.clear();
        setLogSink([this](const QByteArray &line) { m_log << line; });
    }

    void cleanupTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void aPlaceWithoutADeviceSaysSo()
    {
        SlotRig rig;
        rig.slot.start();
        QVERIFY(rig.is(DeviceState::Absent));
        const auto card = rig.read().result();
        QVERIFY(failedWith(card, ErrorKind::DeviceAbsent));
        QVERIFY(rig.slot.takeCounters().empty());
    }

    void nothingIsTouchedBeforeTheStart()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        QVERIFY(rig.is(DeviceState::Starting));
        QCoreApplication::processEvents();
        QCOMPARE(script->looks, 0);
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QCOMPARE(script->looks, 1);
        QCOMPARE(m_log.size(), 1);
        QVERIFY(m_log.first().contains("DeviceReady") && m_log.first().contains("reader"));
    }

    void whatALookSees_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<DeviceState>("state");
        QTest::newRow("absent") << ErrorKind::DeviceAbsent << DeviceState::Absent;
        QTest::newRow("silent") << ErrorKind::DeviceSilent << DeviceState::Faulted;
        QTest::newRow("another protocol") << ErrorKind::ProtocolViolation << DeviceState::Faulted;
        QTest::newRow("misconfigured") << ErrorKind::Misconfigured << DeviceState::Faulted;
        QTest::newRow("no paper") << ErrorKind::PaperOut << DeviceState::NeedsAttention;
    }
    void whatALookSees()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(DeviceState, state);
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        script->look(seeing(kind));
        rig.slot.start();
        QVERIFY(rig.becomes(state));
        QCOMPARE(rig.slot.health().reason, std::optional(kind));
        QVERIFY(rig.slot.health().detail.contains(QStringLiteral("as told")));
        QTRY_VERIFY(script->looks >= 6); // it goes on looking, and says it once
        QCOMPARE(m_log.size(), 1);
        QVERIFY(m_log.first().contains("DeviceTrouble") && m_log.first().contains(nameOf(kind)));
        script->look(well());
        QVERIFY(rig.becomes(DeviceState::Ready)); // healed by itself
        QCOMPARE(script->most, 1);
    }

    void oneMissedAnswerIsNoDeadDevice()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        rig.states.clear();
        script->look([look = script.get()](std::stop_token) -> Result<void> {
            if (look->looks < 4) // two in a row
                return fail(ErrorKind::DeviceSilent, QStringLiteral("test"));
            return {};
        });
        rig.slot.look();
        QTRY_COMPARE(script->looks, 4);
        QCoreApplication::processEvents();
        QCOMPARE(rig.states, QStringList());
    }

    void theWaitGrowsUntilSomebodyPlugs()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        QElapsedTimer timer;
        timer.start();
        QList<qint64> moments; // written on the lane, read after it came to rest
        script->look([&](std::stop_token) -> Result<void> {
            moments << timer.elapsed();
            return fail(ErrorKind::DeviceFault, QStringLiteral("test"));
        });
        rig.slot.start();
        QTRY_VERIFY(script->looks >= 6);
        script->look(seeing(ErrorKind::DeviceFault));
        QTRY_COMPARE(script->inside, 0);
        const QList<qint64> least{20, 40, 80, 80, 80};
        for (int i = 0; i < least.size(); ++i)
            QVERIFY2(moments[i + 1] - moments[i] >= least[i] * 9 / 10 - 1, // timers are coarse
                     qPrintable(QString::number(i)));
        const int before = script->looks;
        script->look(well());
        rig.slot.look();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QVERIFY(script->looks <= before + 2);
    }

    void aPersonDoesNotWaitForALook()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        Hold hold;
        script->look(hold.call(Result<void>()));
        rig.slot.start();
        QVERIFY(hold.isEntered());
        auto card = rig.read();
        QVERIFY(card.result().has_value()); // the look was stopped, nothing else ends it
        QVERIFY(hold.isEntered()); // and is done once the person was served
        hold.letGo.release();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QCOMPARE(script->most, 1);
    }

    void nobodyLooksWhileAPersonIsServed()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        Hold hold;
        script->read(hold.call(Result<domain::IdCard>(domain::IdCard())));
        auto card = rig.read();
        hold.inside.acquire();
        QVERIFY(rig.becomes(DeviceState::Busy));
        rig.slot.look();
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCOMPARE(script->looks, 1);
        hold.letGo.release();
        QVERIFY(card.result().has_value());
        QTRY_COMPARE(script->looks, 2); // what was asked for meanwhile
        QVERIFY(rig.becomes(DeviceState::Ready));
        QCOMPARE(script->most, 1);
        QCOMPARE(m_log.size(), 1); // to be busy is no news
    }

    void whatAnOperationSays_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<DeviceState>("state");
        QTest::newRow("card lifted") << ErrorKind::CardLifted << DeviceState::Ready;
        QTest::newRow("nobody laid one down") << ErrorKind::CardAbsent << DeviceState::Ready;
        QTest::newRow("silent") << ErrorKind::DeviceSilent << DeviceState::Faulted;
        QTest::newRow("unplugged") << ErrorKind::DeviceAbsent << DeviceState::Absent;
        QTest::newRow("jammed") << ErrorKind::ScannerJam << DeviceState::NeedsAttention;
    }
    void whatAnOperationSays()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(DeviceState, state);
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        rig.states.clear();
        Hold hold; // whatever is looked for afterwards waits
        script->look(hold.call(Result<void>()));
        script->read(reading(kind));
        QVERIFY(failedWith(rig.read().result(), kind));
        QTRY_COMPARE(rig.states, QStringList({QStringLiteral("busy"), QLatin1String(nameOf(state))}));
    }

    void aCancelledOperationSaysNothingOfADeadDevice()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        script->look(seeing(ErrorKind::DeviceFault));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Faulted));
        script->read(reading(ErrorKind::Cancelled));
        QVERIFY(failedWith(rig.read().result(), ErrorKind::Cancelled));
        QTRY_VERIFY(rig.states.contains(QStringLiteral("busy")));
        QVERIFY(rig.becomes(DeviceState::Faulted));
        QVERIFY(!rig.states.contains(QStringLiteral("ready")));
    }

    void whatDoesNotComeBackIsSaid()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QSemaphore letGo;
        script->read([&](std::stop_token) -> Result<domain::IdCard> {
            letGo.acquire(); // deaf to deadline and stop
            return domain::IdCard();
        });
        auto card = rig.read(10ms);
        QVERIFY(rig.becomes(DeviceState::Faulted));
        QCOMPARE(rig.slot.health().reason, std::optional(ErrorKind::DeviceSilent));
        QVERIFY(rig.slot.health().detail.contains(QStringLiteral("does not come back")));
        letGo.release();
        QVERIFY(card.result().has_value());
        QVERIFY(rig.becomes(DeviceState::Ready)); // cured when it came back after all
    }

    void aLookThatDoesNotComeBackIsSaidToo()
    {
        auto times = quick();
        times.probeTimeout = 10ms;
        SlotRig rig(times);
        const auto script = rig.install(QStringLiteral("reader"));
        QSemaphore letGo;
        script->look([&](std::stop_token) -> Result<void> {
            letGo.acquire();
            return {};
        });
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Faulted));
        letGo.release();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QCOMPARE(script->looks, 1); // never a second one beside it
    }

    void anotherDeviceTakesThePlaceBehindTheLastOperation()
    {
        SlotRig rig;
        const auto old = rig.install(QStringLiteral("old"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        Hold hold;
        old->read(hold.call(Result<domain::IdCard>(fail(ErrorKind::DeviceFault, QStringLiteral("test")))));
        auto card = rig.read();
        hold.inside.acquire();
        ports::IdCardReader *before = &rig.reader();
        const auto young = rig.install(QStringLiteral("young"));
        QVERIFY(!old->isGone);
        hold.letGo.release();
        QVERIFY(failedWith(card.result(), ErrorKind::DeviceFault));
        QVERIFY(rig.becomes(DeviceState::Ready)); // the old one's last word says nothing of the young one
        QVERIFY(old->isGone);
        QCOMPARE(old->closed, 1);
        QCOMPARE(young->looks, 1);
        QCOMPARE(&rig.reader(), before);
        QVERIFY(rig.read().result().has_value());
        QCOMPARE(young->reads, 1);
        rig.slot.remove();
        QVERIFY(rig.is(DeviceState::Absent));
        QTRY_VERIFY(young->isGone);
    }

    void whatWasDoneIsCounted()
    {
        SlotRig rig;
        const auto script = rig.install(QStringLiteral("reader"));
        rig.slot.start();
        QVERIFY(rig.becomes(DeviceState::Ready));
        QVERIFY(rig.slot.takeCounters().empty()); // looks are not counted
        QVERIFY(rig.read().result().has_value());
        script->read(reading(ErrorKind::CardLifted)); // a person's doing
        QVERIFY(!rig.read().result());
        script->look(seeing(ErrorKind::DeviceSilent));
        script->read(reading(ErrorKind::DeviceSilent));
        QVERIFY(!rig.read().result());
        QTRY_COMPARE(rig.slot.counters().failed, 1);
        const auto taken = rig.slot.takeCounters();
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(taken.front().device, QStringLiteral("reader"));
        QCOMPARE(taken.front().succeeded, 1);
        QCOMPARE(taken.front().failed, 1);
        QCOMPARE(taken.front().lastSuccess, rig.clock.nowUtc());
        QCOMPARE(taken.front().lastFailure, rig.clock.nowUtc());
        QCOMPARE(taken.front().lastFailureKind, std::optional(ErrorKind::DeviceSilent));
        QVERIFY(rig.slot.takeCounters().empty());
        QCOMPARE(rig.slot.counters().succeeded, 1); // of the whole run
    }

    void aDeviceThatHangsInALookIsLeftAtTheEnd()
    {
        const auto script = std::make_shared<Script>();
        {
            SlotRig rig;
            Hold hold;
            rig.install(QStringLiteral("reader"), script);
            script->look(hold.call(Result<void>()));
            rig.slot.start();
            QVERIFY(hold.isEntered());
        }
        QVERIFY(script->isGone);
        QCOMPARE(script->closed, 1);
    }
};

QTEST_GUILESS_MAIN(DeviceSlotTest)
#include "device_slot_test.moc"
