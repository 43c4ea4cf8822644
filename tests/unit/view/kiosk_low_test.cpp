// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits has the time of who is old, and is told of a device that is out of reach where it is used, before trying.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

namespace {

const QString outOfReach = QStringLiteral("够不着");

bool saysSo(KioskRig &rig)
{
    const QStringList last = rig.speaker.said.isEmpty() ? QStringList() : rig.speaker.said.back();
    return rig.kiosk().subtitle().contains(outOfReach) && last.join(u' ').contains(outOfReach);
}

} // namespace

class KioskLowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheTimeOfWhoIsOld()
    {
        KioskRig rig({.idle = 60s, .elderIdle = 120s});
        rig.kiosk().comfort()->setLow(true);
        QVERIFY(rig.toHome() && rig.toGuide());
        rig.clock.advance(61s);
        rig.kiosk().idle().check();
        QVERIFY(!rig.kiosk().idleWarning());
        rig.kiosk().comfort()->setLow(false); // who changes something is there
        rig.clock.advance(61s);
        rig.kiosk().idle().check();
        QVERIFY(rig.kiosk().idleWarning());
    }

    void isForgottenWithThePerson()
    {
        KioskRig rig;
        QVERIFY(rig.toHome());
        rig.kiosk().comfort()->setLow(true);
        rig.kiosk().startOver();
        rig.kiosk().touched();
        QVERIFY(!rig.kiosk().comfort()->low());
    }

    void isToldWhatIsOutOfReach()
    {
        KioskRig rig({}, {{domain::DeviceClass::IdCardReader, 1350}, {domain::DeviceClass::DocumentScanner, 1199}});
        rig.reader.gate.close();
        rig.kiosk().comfort()->setLow(true);
        QVERIFY(rig.toHome() && rig.toGuide());
        QVERIFY(!saysSo(rig));
        rig.kiosk().forward();
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("Identify"));
        QTRY_VERIFY(saysSo(rig));
        rig.kiosk().comfort()->setLow(false);
        QTRY_VERIFY(!rig.kiosk().subtitle().contains(outOfReach)); // who stands reaches it
        rig.kiosk().comfort()->setLow(true);
        rig.reader.gate.open();
        QVERIFY(rig.reach(QStringLiteral("Form")));
        QVERIFY(!saysSo(rig));
    }
};

QTEST_MAIN(KioskLowTest)
#include "kiosk_low_test.moc"
