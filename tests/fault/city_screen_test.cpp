// SPDX-License-Identifier: GPL-3.0-or-later
// From the city to the screen: the program's own line and controllers, the real store, the real reference city; only
// the devices are played.
#include "app/core/base/log.h"
#include "tests/fault/city_screen.h"
#include "tests/fault/publisher.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000; // ms; ends by the event

} // namespace

class CityScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void init();
    void cleanup();
    void aPublishedItemStandsOnTheHomeScreen();
    void whatTheCityDidNotSignNeverShows();
    void aMessageIsShownUntilItsTime();
    void closedForNewVisitorsUntilAReload();
    void theDevicesAreDescribed();

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        view::RowModel *items = m_kiosk->home()->items();
        for (int row = 0; row < items->count(); ++row)
            all << items->value(row, "name").toString();
        return all;
    }
    [[nodiscard]] QString outcomeOf(int command)
    {
        const auto commands = m_city->platform.commands();
        return commands && commands->size() > command ? commands->at(command)[QStringLiteral("outcome")].toString()
                                                      : QString();
    }
    std::unique_ptr<Publisher> m_publisher;
    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    view::KioskController *m_kiosk = nullptr; // its
};

void CityScreenTest::init()
{
    m_publisher = std::make_unique<Publisher>();
    QVERIFY(m_publisher->publish(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("甲事")));
    m_city = std::make_unique<SyncCity>(m_publisher->directory());
    QVERIFY(m_city->start());
    m_screen = std::make_unique<CityScreen>(*m_city, view::KioskTimes(), QStringLiteral("idCardReader ready"));
    m_kiosk = &m_screen->kiosk();
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("甲事")}, patience);
}

void CityScreenTest::cleanup()
{
    m_screen.reset();
    m_city.reset();
}

void CityScreenTest::aPublishedItemStandsOnTheHomeScreen()
{
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("乙事")));
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{QStringLiteral("甲事"), QStringLiteral("乙事")}), patience);
    QVERIFY(m_kiosk->home()->item(QStringLiteral("b")));
    m_kiosk->touched(); // and can be chosen
    m_kiosk->chooseItem(QStringLiteral("b"));
    QTRY_COMPARE(m_kiosk->step(), QStringLiteral("Guide"));
    QVERIFY(m_publisher->withdraw(QStringLiteral("a")));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("乙事")}, patience);
    QCOMPARE(m_kiosk->step(), QStringLiteral("Guide")); // whoever reads goes on reading
    QCOMPARE(m_city->requests(QStringLiteral("GET /v1/catalog/snapshot")), 1);
}

void CityScreenTest::whatTheCityDidNotSignNeverShows()
{
    QVERIFY(m_city->platform.plan(
        {{"next",
          QJsonArray{QJsonObject{{"match", "GET /v1/catalog/changes"}, {"kind", "signatureWrong"}, {"count", 3}},
                     QJsonObject{{"match", "GET /v1/catalog/snapshot"}, {"kind", "signatureWrong"}, {"count", 3}}}}}));
    QVERIFY(m_publisher->publish(QStringLiteral("b"), QStringLiteral("1"), QStringLiteral("假事")));
    QTRY_VERIFY_WITH_TIMEOUT(m_city->requests(QStringLiteral("GET /v1/catalog/snapshot")) >= 3, patience);
    QCOMPARE(names(), QStringList{QStringLiteral("甲事")});
}

void CityScreenTest::aMessageIsShownUntilItsTime()
{
    const QString device = m_city->config().deviceId;
    QVERIFY(m_city->platform.issueCommand(
        {{"deviceId", device}, {"kind", "message"}, {"text", QStringLiteral("下午停电")}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->cityWord()->message(), QStringLiteral("下午停电"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(0), QStringLiteral("done"), patience);
    m_screen->close();
    m_screen->open(); // a restart
    m_kiosk = &m_screen->kiosk();
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->cityWord()->message(), QStringLiteral("下午停电"), patience);
    m_kiosk->cityWord()->look(QDateTime::currentDateTimeUtc().addSecs(7200));
    QCOMPARE(m_kiosk->cityWord()->message(), QString());
}

void CityScreenTest::closedForNewVisitorsUntilAReload()
{
    const QString device = m_city->config().deviceId;
    m_kiosk->touched();
    QCOMPARE(m_kiosk->step(), QStringLiteral("Home"));
    QVERIFY(
        m_city->platform.issueCommand({{"deviceId", device}, {"kind", "close"}, {"text", QStringLiteral("系统升级")}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->cityWord()->closedText(), QStringLiteral("系统升级"), patience);
    QTRY_VERIFY(m_kiosk->step() != QLatin1String("Home")); // who had begun nothing begins nothing
    for (int touch = 0; touch < 3; ++touch)
        m_kiosk->touched();
    QCOMPARE(m_kiosk->step(), QStringLiteral("Attract"));
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(0), QStringLiteral("done"), patience);
    m_screen->close();
    m_screen->open(); // switching it off and on opens nothing
    m_kiosk = &m_screen->kiosk();
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->cityWord()->closedText(), QStringLiteral("系统升级"), patience);
    QVERIFY(m_city->platform.issueCommand({{"deviceId", device}, {"kind", "reload"}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_kiosk->cityWord()->closedText(), QString(), patience);
    m_kiosk->touched();
    QCOMPARE(m_kiosk->step(), QStringLiteral("Home"));
}

void CityScreenTest::theDevicesAreDescribed()
{
    QVERIFY(m_city->platform.issueCommand({{"deviceId", m_city->config().deviceId}, {"kind", "diagnose"}}));
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(0), QStringLiteral("done"), patience);
    QCOMPARE(m_city->platform.commands()->first()[QStringLiteral("detail")].toString(),
             QStringLiteral("idCardReader ready"));
}

QTEST_MAIN(CityScreenTest)
#include "city_screen_test.moc"
