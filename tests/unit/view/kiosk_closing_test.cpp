// SPDX-License-Identifier: GPL-3.0-or-later
// 暂停服务: while the store cannot be opened nobody begins what could not be kept, and everybody is told.
#include "tests/unit/view/kiosk_rig.h"

using namespace tongban;
using namespace tongban::test;

class KioskClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyBeginsWhatCannotBeKept()
    {
        KioskRig rig;
        rig.kiosk().setStoreTrouble(ErrorKind::StoreCorrupt);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("OutOfService"));
        QVERIFY(rig.kiosk().title().contains(QStringLiteral("暂停服务")));
        QVERIFY(rig.kiosk().subtitle().contains(QStringLiteral("窗口")));
        const auto said = rig.speaker.said.size();
        rig.kiosk().touched();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("OutOfService"));
        QCOMPARE(rig.speaker.said.size(), said + 1); // to each who touches it
        QCOMPARE(rig.speaker.said.last(), QStringList({rig.kiosk().title(), rig.kiosk().subtitle()}));
        rig.kiosk().forward();
        rig.kiosk().backward();
        rig.kiosk().progress()->open();
        rig.kiosk().chooseItem(QString::fromLatin1(KioskRig::itemCode));
        QCOMPARE(rig.kiosk().step(), QStringLiteral("OutOfService"));
        QCOMPARE(rig.reader.script.calls(), 0);
    }

    void itOpensByItself()
    {
        KioskRig rig;
        int turned = 0;
        connect(&rig.kiosk(), &view::KioskController::stepChanged, this, [&] { ++turned; });
        rig.kiosk().setStoreTrouble(ErrorKind::StoreUnwritable);
        rig.kiosk().setStoreTrouble(ErrorKind::StoreUnwritable);
        QCOMPARE(turned, 1);
        rig.kiosk().setStoreTrouble({});
        QCOMPARE(turned, 2);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
        QVERIFY(rig.toHome());
    }

    void whoHasBegunNothingIsTold()
    {
        KioskRig rig({.farewell = std::chrono::milliseconds(0)});
        QVERIFY(rig.toHome());
        rig.kiosk().setStoreTrouble(ErrorKind::StoreCorrupt);
        QTRY_COMPARE(rig.kiosk().step(), QStringLiteral("OutOfService"));
    }

    void whoHasBegunMayFinish()
    {
        KioskRig rig;
        QVERIFY(rig.toHome() && rig.toGuide() && rig.toForm());
        rig.kiosk().setStoreTrouble(ErrorKind::StoreUnwritable);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Form"));
        rig.kiosk().startOver();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Farewell"));
    }

    void theCitysWordStandsBeneath()
    {
        KioskRig rig;
        rig.kiosk().setClosed(QStringLiteral("停电检修"));
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract")); // it says so itself
        rig.kiosk().setStoreTrouble(ErrorKind::StoreCorrupt);
        QCOMPARE(rig.kiosk().step(), QStringLiteral("OutOfService"));
        rig.kiosk().setStoreTrouble({});
        rig.kiosk().touched();
        QCOMPARE(rig.kiosk().step(), QStringLiteral("Attract"));
        QCOMPARE(rig.speaker.said.last(), QStringList(QStringLiteral("停电检修")));
    }
};

QTEST_MAIN(KioskClosingTest)
#include "kiosk_closing_test.moc"
