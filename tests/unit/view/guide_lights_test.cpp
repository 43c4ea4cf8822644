// SPDX-License-Identifier: GPL-3.0-or-later
// The lamps along a journey, and a board that fails: it is logged, and no person ever hears of it.
#include "app/core/base/log.h"
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;
using domain::DeviceClass;
using Lamps = std::set<DeviceClass>;

class GuideLightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_log.clear();
        setLogSink([this](const QByteArray &line) {
            const std::lock_guard lock(m_mutex);
            m_log += line + '\n';
        });
    }
    void cleanup()
    {
        setLogSink([](const QByteArray &) {});
    }

    void alongAJourney()
    {
        KioskRig rig;
        QVERIFY(rig.toHome() && rig.toGuide());
        rig.reader.gate.close();
        rig.kiosk().forward(); // Identify: the card is waited for
        QTRY_COMPARE(rig.board.lit(), Lamps{DeviceClass::IdCardReader});
        rig.reader.gate.open();
        QVERIFY(rig.reach(QStringLiteral("Form")));
        QTRY_COMPARE(rig.board.lit(), Lamps{});
        QVERIFY(rig.toMaterials());
        QTRY_COMPARE(rig.board.lit(), Lamps{DeviceClass::DocumentScanner});
        QVERIFY(rig.toPageReview() && rig.toSignature() && rig.toReview());
        QTRY_COMPARE(rig.board.lit(), Lamps{});
        QVERIFY(rig.toReceipt());
        QTRY_COMPARE(rig.board.lit(), Lamps{DeviceClass::ReceiptPrinter});
        rig.kiosk().startOver();
        rig.kiosk().forward();
        rig.kiosk().forward();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
        QTRY_COMPARE(rig.board.lit(), Lamps{});
    }

    void lampsThatWereLeftOnAreDarkAtTheStartAndAfterAWipe()
    {
        KioskRig rig;
        QTRY_COMPARE(rig.board.script.calls(), 3); // every lamp is told at the start
        QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
        QTRY_COMPARE(rig.board.lit(), Lamps{});
        rig.board.leaveLit({DeviceClass::ReceiptPrinter});
        rig.kiosk().startOver();
        QTRY_COMPARE(rig.board.lit(), Lamps{});
    }

    void aDeadBoardIsLoggedOnceAndNeverShown()
    {
        KioskRig rig;
        rig.board.script.usually(fail(ErrorKind::DeviceSilent, QStringLiteral("test")));
        QVERIFY(rig.atReview());
        QVERIFY(!rig.kiosk().trouble()->active());
        QVERIFY(rig.kiosk().devicesOk());
        QTRY_COMPARE(troubles(), 1);
        rig.board.script.usually(Result<void>()); // and it comes back by itself
        QVERIFY(rig.toReceipt());
        QTRY_COMPARE(rig.board.lit(), Lamps{DeviceClass::ReceiptPrinter});
    }

    void nobodyWaitsForABoardThatHangs()
    {
        KioskRig rig;
        rig.board.gate.close();
        QVERIFY(rig.atReview() && rig.toReceipt());
        rig.board.gate.open();
        QTRY_COMPARE(rig.board.lit(), Lamps{DeviceClass::ReceiptPrinter});
    }

    void aTerminalWithoutABoard()
    {
        KioskRig rig;
        view::KioskPorts ports = rig.ports();
        ports.board = {};
        ports.boardLane = nullptr;
        view::KioskController kiosk(ports);
        kiosk.touched();
        QTRY_COMPARE(kiosk.step(), QStringLiteral("Home"));
    }

    void theScansProgressReachesThePage()
    {
        KioskRig rig;
        QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm() && rig.toMaterials());
        rig.scanner.gate.close();
        rig.kiosk().materials()->scan(QStringLiteral("householdRegister"));
        QTRY_COMPARE(rig.kiosk().capture()->progressText(), QStringLiteral("正在扫第 2 张")); // as the fake tells
        QCOMPARE(rig.kiosk().capture()->percent(), 40);
        rig.scanner.gate.open();
        QVERIFY(rig.reach(QStringLiteral("PageReview")));
        QCOMPARE(rig.kiosk().capture()->progressText(), QString());
    }

private:
    qsizetype troubles()
    {
        const std::lock_guard lock(m_mutex);
        return m_log.count("io-board");
    }

    std::mutex m_mutex;
    QByteArray m_log;
};

QTEST_MAIN(GuideLightsTest)
#include "guide_lights_test.moc"
