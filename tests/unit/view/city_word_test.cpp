// SPDX-License-Identifier: GPL-3.0-or-later
// What the city has the screen say, the catalogue of a new day, and an author's items.
#include "tests/unit/view/kiosk_rig.h"

#include <QSignalSpy>

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class CityWordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedBeginsNothing();
    void whoHasBegunMayFinish();
    void aMessageEndsByItself();
    void aNewDayAsksForTheCatalogue();
    void anAuthorsItemsSayWhatTheyAre();
};

void CityWordTest::closedBeginsNothing()
{
    KioskRig rig;
    view::KioskController &kiosk = rig.kiosk();
    QSignalSpy changed(kiosk.cityWord(), &view::CityWord::changed);
    kiosk.setClosed(QStringLiteral("系统升级"));
    QCOMPARE(changed.size(), 1);
    kiosk.touched();
    kiosk.forward();
    QCOMPARE(kiosk.step(), QStringLiteral("Attract"));
    kiosk.setClosed({});
    QVERIFY(rig.toHome());
    kiosk.setClosed(QStringLiteral("系统升级"));
    QVERIFY(kiosk.step() != QLatin1String("Home"));
    kiosk.touched();
    kiosk.touched();
    QCOMPARE(kiosk.step(), QStringLiteral("Attract"));
}

void CityWordTest::whoHasBegunMayFinish()
{
    KioskRig rig;
    QVERIFY(rig.atReview());
    rig.kiosk().setClosed(QStringLiteral("系统升级"));
    QCOMPARE(rig.kiosk().step(), QStringLiteral("Review"));
    QVERIFY(rig.toReceipt());
}

void CityWordTest::aMessageEndsByItself()
{
    KioskRig rig;
    rig.kiosk().cityWord()->setMessage(QStringLiteral("停电"), rig.clock.nowUtc().addSecs(60));
    rig.kiosk().cityWord()->look(rig.clock.nowUtc());
    QCOMPARE(rig.kiosk().cityWord()->message(), QStringLiteral("停电"));
    rig.clock.advance(60s);
    QTRY_COMPARE(rig.kiosk().cityWord()->message(), QString()); // the clock in the corner looks
}

void CityWordTest::aNewDayAsksForTheCatalogue()
{
    KioskRig rig;
    QVERIFY(rig.toHome());
    rig.store.setItems({shippedItem(QStringLiteral("gaoling-jintie")), shippedItem(QStringLiteral("canji-butie"))});
    rig.clock.advance(13h); // 23:30 in China
    QTRY_COMPARE(rig.kiosk().clockText(), rig.clock.nowUtc().toLocalTime().toString(QStringLiteral("HH:mm")));
    QCOMPARE(rig.kiosk().home()->items()->count(), 1); // the clock has looked: still the same day
    rig.clock.advance(1h);
    QTRY_COMPARE(rig.kiosk().home()->items()->count(), 2);
}

void CityWordTest::anAuthorsItemsSayWhatTheyAre()
{
    KioskRig rig;
    QVERIFY(rig.kiosk().home()->authorNote().isEmpty());
    view::KioskPorts ports = rig.ports();
    ports.authorMode = true;
    view::KioskController author(ports);
    QVERIFY(author.home()->authorNote().contains(QStringLiteral("不算数")));
}

QTEST_MAIN(CityWordTest)
#include "city_word_test.moc"
