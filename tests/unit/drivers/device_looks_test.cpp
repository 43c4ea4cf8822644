// SPDX-License-Identifier: GPL-3.0-or-later
// One device's place: when it is looked at, and that nobody has to wait for a look.
#include "app/core/base/log.h"
#include "tests/unit/drivers/slot_rig.h"

#include <QElapsedTimer>

using namespace tongban;
using namespace tongban::tests;
using domain::DeviceState;

class DeviceLooksTest : public QObject
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

QTEST_GUILESS_MAIN(DeviceLooksTest)
#include "device_looks_test.moc"
