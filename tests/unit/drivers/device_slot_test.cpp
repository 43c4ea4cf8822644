// SPDX-License-Identifier: GPL-3.0-or-later
// One device's place: what its operations say of it, when one does not come back, and what is counted.
#include "app/core/base/log.h"
#include "tests/unit/drivers/slot_rig.h"

using namespace tongban;
using namespace tongban::tests;
using domain::DeviceState;

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
};

QTEST_GUILESS_MAIN(DeviceSlotTest)
#include "device_slot_test.moc"
