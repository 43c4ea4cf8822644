// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal hears of its cases afterwards.
#include "tests/platform/check/city_client.h"

#include <QTest>

#include <set>

using namespace tongban::tests::platform;

class FeedTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;

    [[nodiscard]] std::string submitted(CityClient &client)
    {
        const std::string caseId = client.createCase(sampleCase(), newKey()).body.value("caseId", "");
        return client.submit(caseId, 0, newKey()).status == 200 ? caseId : std::string();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup() { QVERIFY(m_process.acceptAfter(0).has_value()); }

    void theOfficeDecidesByHandWhenAskedTo()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process.acceptAfter(-1).has_value());
        const std::string cursor = client.changes().body["cursor"];
        const std::string caseId = submitted(client);
        const Json first = client.changes(cursor).body;
        QCOMPARE(first["changes"].size(), std::size_t{1});
        QVERIFY(m_process.decide(QString::fromStdString(caseId), QStringLiteral("notAccepted")).has_value());
        const Json second = client.changes(first["cursor"]).body;
        QCOMPARE(second["changes"].size(), std::size_t{1});
        QVERIFY(second["changes"][0]["status"] == "notAccepted");
        QVERIFY(second["changes"][0]["projectNumber"].is_null());
        QVERIFY(client.changes(second["cursor"]).body["changes"].empty());
        QVERIFY(!m_process.decide(QString::fromStdString(caseId), QStringLiteral("lost")));
        QVERIFY(!m_process.decide(QStringLiteral("nobody"), QStringLiteral("accepted")));
    }

    void aTerminalHearsOfItsOwnCasesOnly()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101002")).has_value());
        CityClient owner(m_process);
        CityClient other(m_process, QStringLiteral("K02"), "330782101002");
        owner.signOn();
        QCOMPARE(other.signOn().status, 201);
        QVERIFY(!submitted(owner).empty());
        QVERIFY(other.changes().body["changes"].empty());
    }

    void aLongFeedComesInPagesAndEveryNumberOnce()
    {
        CityClient client(m_process);
        client.signOn();
        std::string cursor = client.changes().body["cursor"];
        constexpr int count = 51; // two changes each: more than one page of 100
        for (int i = 0; i < count; ++i)
            QVERIFY(!submitted(client).empty());
        std::set<std::string> numbers;
        std::size_t changes = 0;
        for (Json page = client.changes(cursor).body; !page["changes"].empty(); page = client.changes(cursor).body) {
            QVERIFY(page["changes"].size() <= 100);
            changes += page["changes"].size();
            for (const Json &change : page["changes"]) {
                if (!change["projectNumber"].is_null())
                    numbers.insert(change["projectNumber"].get<std::string>());
            }
            cursor = page["cursor"];
        }
        QCOMPARE(changes, std::size_t{2 * count});
        QCOMPARE(numbers.size(), std::size_t{count});
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
