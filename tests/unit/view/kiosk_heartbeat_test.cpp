// SPDX-License-Identifier: GPL-3.0-or-later
// The user interface's thread beats on while every port hangs.
#include "tests/unit/view/kiosk_rig.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace tongban;
using namespace tongban::test;

namespace {

// Beats every few milliseconds on the thread under test and remembers the longest silence.
class Heart : public QObject
{
public:
    Heart()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            longest = std::max(longest, m_since.restart());
            ++beats;
        });
        m_since.start();
        m_timer.start(5);
    }
    int beats = 0;
    qint64 longest = 0; // ms

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

constexpr int manyBeats = 40;
constexpr qint64 noticeable = 200; // ms; a port that blocked the thread would never let it beat again

} // namespace

class KioskHeartbeatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beatsWhileThePortsHang();
};

void KioskHeartbeatTest::beatsWhileThePortsHang()
{
    KioskRig rig;
    const auto beatsOn = [](Gate &gate) {
        QTRY_VERIFY(gate.hasWaiter());
        Heart heart;
        QTRY_VERIFY(heart.beats >= manyBeats);
        QVERIFY2(heart.longest < noticeable, qPrintable(QString::number(heart.longest)));
        gate.open();
    };
    rig.store.gate.close();
    rig.kiosk().loadCatalogue();
    rig.kiosk().touched();
    beatsOn(rig.store.gate);
    QVERIFY(rig.toHome() && rig.toGuide());

    rig.reader.gate.close();
    rig.kiosk().forward();
    beatsOn(rig.reader.gate);
    QVERIFY(rig.reach(QStringLiteral("Form")));

    QVERIFY(rig.toMaterials());
    rig.scanner.gate.close();
    rig.kiosk().materials()->scan(QStringLiteral("householdRegister"));
    beatsOn(rig.scanner.gate);
    QVERIFY(rig.reach(QStringLiteral("PageReview")));

    QVERIFY(rig.toSignature() && rig.toReview());
    rig.store.gate.close();
    rig.kiosk().forward();
    beatsOn(rig.store.gate);
    rig.printer.gate.close();
    QVERIFY(QTest::qWaitFor([&] { return rig.kiosk().step() == QLatin1String("Receipt"); }));
    rig.printer.gate.open();
    QVERIFY(rig.reach(QStringLiteral("Receipt")));
}

QTEST_MAIN(KioskHeartbeatTest)
#include "kiosk_heartbeat_test.moc"
