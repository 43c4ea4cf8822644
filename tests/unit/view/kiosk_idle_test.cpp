// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody sees the last person. The clock is the test's.
#include "tests/unit/view/kiosk_rig.h"

#include <QMouseEvent>

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class KioskIdleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void warnsCountsDownAndWipes();
    void goesOnWhenSomebodyIsThere();
    void givesElderModeMoreTime();
    void startsAnewWithEveryTouch();
    void waitsWhileTheTerminalWorks();
    void restsAtTheAttractPage();
};

namespace {

void pass(KioskRig &rig, std::chrono::milliseconds span)
{
    rig.clock.advance(span);
    rig.kiosk().idle().check();
}

} // namespace

void KioskIdleTest::warnsCountsDownAndWipes()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
    pass(rig, 59s);
    QVERIFY(!rig.kiosk().idleWarning());
    pass(rig, 1s);
    QVERIFY(rig.kiosk().idleWarning());
    QCOMPARE(rig.kiosk().idleSecondsLeft(), 30);
    QCOMPARE(rig.kiosk().idleTotal(), 30);
    pass(rig, 29s);
    QCOMPARE(rig.kiosk().idleSecondsLeft(), 1);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Form"));
    pass(rig, 1s);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(rig.kiosk().holderName().isEmpty());
    QVERIFY(!rig.kiosk().idleWarning());
    QTRY_VERIFY(rig.store.count(QStringLiteral("saveDraft")) > 0); // what was filled in waits for its card
    QCOMPARE(rig.store.count(QStringLiteral("discardDraft")), 0);
}

void KioskIdleTest::goesOnWhenSomebodyIsThere()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    pass(rig, 60s);
    pass(rig, 20s);
    rig.kiosk().stillHere();
    QVERIFY(!rig.kiosk().idleWarning());
    pass(rig, 59s);
    QVERIFY(!rig.kiosk().idleWarning());
    pass(rig, 1s);
    QVERIFY(rig.kiosk().idleWarning());
}

void KioskIdleTest::givesElderModeMoreTime()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.kiosk().setElder(true);
    pass(rig, 119s);
    QVERIFY(!rig.kiosk().idleWarning());
    pass(rig, 1s);
    QVERIFY(rig.kiosk().idleWarning());
}

void KioskIdleTest::startsAnewWithEveryTouch()
{
    KioskRig rig;
    QObject window;
    rig.kiosk().watchInputOf(&window);
    QVERIFY(rig.toHome());
    pass(rig, 59s);
    QMouseEvent press(QEvent::MouseButtonPress, {}, {}, Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &press);
    pass(rig, 59s);
    QVERIFY(!rig.kiosk().idleWarning());
    QEvent moved(QEvent::UpdateRequest); // a repaint is no person
    QCoreApplication::sendEvent(&window, &moved);
    pass(rig, 1s);
    QVERIFY(rig.kiosk().idleWarning());
    QCoreApplication::sendEvent(&window, &press); // while the warning shows only its own answer counts
    pass(rig, 30s);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
}

void KioskIdleTest::waitsWhileTheTerminalWorks()
{
    KioskRig rig;
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.reader.gate.close();
    rig.kiosk().forward();
    QVERIFY(rig.kiosk().busy());
    pass(rig, 90s);
    QVERIFY(!rig.kiosk().idleWarning());
    rig.reader.gate.open();
    QVERIFY(rig.reach(QStringLiteral("Form")));
    pass(rig, 59s);
    QVERIFY(!rig.kiosk().idleWarning()); // the span began when the terminal was done
    pass(rig, 1s);
    QVERIFY(rig.kiosk().idleWarning());
}

void KioskIdleTest::restsAtTheAttractPage()
{
    KioskRig rig;
    pass(rig, 24h);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
    QVERIFY(!rig.kiosk().idleWarning());
}

QTEST_MAIN(KioskIdleTest)
#include "kiosk_idle_test.moc"
