// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度: every way out of it; nothing of the person is left.
#include "tests/unit/view/kiosk_progress_rig.h"

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class KioskProgressEndsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backForgetsThePerson();
    void seenIsGoodBye();
    void startOverWipes();
    void idleWipes();
    void aCardThatIsReadTooLateOpensNothing();
    void whoLooksUpMayFinishWhenTheCityCloses();
    void thereIsNoWayInButTheHomePage();
};

void KioskProgressEndsTest::backForgetsThePerson()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    QVERIFY(!knowsNobody(rig)); // the search finds what is there
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressList"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QVERIFY(knowsNobody(rig));
    rig.kiosk().chooseItem(QString::fromLatin1(KioskRig::itemCode)); // and an errand can be begun
    QVERIFY(rig.reach(QStringLiteral("Guide")));
}

void KioskProgressEndsTest::seenIsGoodBye()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.kiosk().forward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(knowsNobody(rig));
}

void KioskProgressEndsTest::startOverWipes()
{
    for (const auto arrive : {&toList, &toCase}) {
        KioskRig rig;
        rig.store.setFollowed(two());
        QVERIFY(arrive(rig));
        rig.kiosk().startOver();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
        QVERIFY(knowsNobody(rig));
    }
}

void KioskProgressEndsTest::idleWipes()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.clock.advance(61s);
    rig.kiosk().idle().check();
    QVERIFY(rig.kiosk().idleWarning());
    rig.kiosk().stillHere();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase")); // and it is all still there
    rig.clock.advance(61s);
    rig.kiosk().idle().check();
    rig.clock.advance(31s);
    rig.kiosk().idle().check();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    QVERIFY(knowsNobody(rig));
}

void KioskProgressEndsTest::aCardThatIsReadTooLateOpensNothing()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.reader.gate.close();
    QVERIFY(rig.toHome());
    rig.kiosk().progress()->open();
    QTRY_VERIFY(rig.reader.gate.hasWaiter());
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QTRY_VERIFY(!rig.reader.gate.hasWaiter()); // the reader was told to stop
    rig.reader.gate.open();
    QTest::qWait(0);
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Home"));
    QCOMPARE(rig.store.count(QStringLiteral("ofHolder")), 0);
}

void KioskProgressEndsTest::whoLooksUpMayFinishWhenTheCityCloses()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    QVERIFY(toCase(rig));
    rig.kiosk().setClosed(QStringLiteral("停电检修"));
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressCase"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("ProgressList"));
    rig.kiosk().backward();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell")); // a home page that is closed offers nothing
}

void KioskProgressEndsTest::thereIsNoWayInButTheHomePage()
{
    KioskRig rig;
    rig.store.setFollowed(two());
    rig.kiosk().progress()->open();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
    QVERIFY(rig.toHome() && rig.toGuide());
    rig.kiosk().progress()->open();
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Guide"));
    QCOMPARE(rig.reader.script.calls(), 0);
    rig.kiosk().backward();
    QVERIFY(rig.reach(QStringLiteral("Home")));
    QVERIFY(knowsNobody(rig));
}

QTEST_MAIN(KioskProgressEndsTest)
#include "kiosk_progress_ends_test.moc"
