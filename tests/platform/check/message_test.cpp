// SPDX-License-Identifier: GPL-3.0-or-later
// What the city tells a terminal: the office's notices, and signed commands whose outcome comes back.
#include "tests/platform/check/botan_sm2.h"
#include "tests/platform/check/city_client.h"

#include "tests/platform/trust/signed_text.h"

#include <QTest>

using namespace tongban::tests::platform;

class MessageTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;

    [[nodiscard]] bool isCitys(const Json &command)
    {
        return botanVerifies(readAll(m_process.cityKeyFile().toStdString()), trust::commandText("K01", command),
                             command["signature"]);
    }
    [[nodiscard]] static QJsonObject commandOf(const char *kind, const QString &text = {})
    {
        QJsonObject command{{QStringLiteral("deviceId"), QStringLiteral("K01")},
                            {QStringLiteral("kind"), QLatin1String(kind)}};
        if (!text.isEmpty())
            command.insert(QStringLiteral("text"), text);
        return command;
    }
    // Where the next command will stand.
    [[nodiscard]] static std::string end(CityClient &client)
    {
        std::string cursor;
        for (Json page = {{"commands", {0}}}; !page["commands"].empty(); cursor = page["cursor"])
            page = client.send("GET", "/v1/devices/commands?cursor=" + cursor).body;
        return cursor;
    }
    [[nodiscard]] static WireAnswer report(CityClient &client, const std::string &id, const Json &outcome,
                                           const std::string &key)
    {
        return client.send("POST", "/v1/devices/commands/" + id + "/outcome", outcome.dump(),
                           {{"Idempotency-Key", key}});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup()
    {
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void aNoticeReachesTheTerminalOfTheCase()
    {
        CityClient client(m_process);
        client.signOn();
        const Json body = sampleCase();
        const std::string caseId = client.createCase(body, newKey()).body.value("caseId", "");
        QJsonObject notice{{QStringLiteral("caseId"), QString::fromStdString(caseId)},
                           {QStringLiteral("kind"), QStringLiteral("correction")},
                           {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                           {QStringLiteral("title"), QStringLiteral("请补正材料")},
                           {QStringLiteral("items"),
                            QJsonArray{QJsonObject{{QStringLiteral("material"), QStringLiteral("bankCard")},
                                                   {QStringLiteral("text"), QStringLiteral("照片模糊，请重新拍摄")}}}}};
        QVERIFY(m_process.issueNotice(notice).has_value());
        notice.remove(QStringLiteral("due"));
        notice.insert(QStringLiteral("kind"), QStringLiteral("decision"));
        notice.insert(QStringLiteral("items"), QJsonArray());
        QVERIFY(m_process.issueNotice(notice).has_value());

        const Json page = client.send("GET", "/v1/notices").body;
        QCOMPARE(page["notices"].size(), std::size_t{2});
        QVERIFY(page["notices"][0]["deviceCaseId"] == body["caseId"]);
        QVERIFY(page["notices"][0]["localNumber"] == body["localNumber"]);
        QCOMPARE(page["notices"][0].value("due", ""), std::string("2026-12-01"));
        QCOMPARE(page["notices"][0]["items"][0].value("material", ""), std::string("bankCard"));
        QVERIFY(page["notices"][1]["due"].is_null());
        const std::string cursor = page["cursor"];
        QVERIFY(client.send("GET", "/v1/notices?cursor=" + cursor).body["notices"].empty());
        QCOMPARE(client.send("GET", "/v1/notices?cursor=soon").code(), std::string("cursor_invalid"));

        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient other(m_process, QStringLiteral("K02"));
        other.signOn();
        QVERIFY(other.send("GET", "/v1/notices").body["notices"].empty());
        notice.insert(QStringLiteral("kind"), QStringLiteral("gossip"));
        QVERIFY(!m_process.issueNotice(notice));
    }

    void moreThanAPageComesInOrder()
    {
        CityClient client(m_process);
        client.signOn();
        std::string cursor = end(client);
        for (int i = 0; i < 101; ++i)
            QVERIFY(m_process.issueCommand(commandOf("message", QString::number(i))).has_value());
        const Json first = client.send("GET", "/v1/devices/commands?cursor=" + cursor).body;
        QCOMPARE(first["commands"].size(), std::size_t{100});
        cursor = first["cursor"];
        const Json second = client.send("GET", "/v1/devices/commands?cursor=" + cursor).body;
        QCOMPARE(second["commands"].size(), std::size_t{1});
        QCOMPARE(second["commands"][0].value("text", ""), std::string("100"));
    }

    void aCommandIsSignedForItsDevice()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string cursor = end(client);
        QVERIFY(m_process.issueCommand(commandOf("reload")).has_value());
        QVERIFY(m_process.issueCommand(commandOf("close", QStringLiteral("今天停电，请到窗口办理"))).has_value());
        const std::string path = "/v1/devices/commands?cursor=" + cursor;
        const Json commands = client.send("GET", path).body["commands"];
        QCOMPARE(commands.size(), std::size_t{2});
        QVERIFY(!commands[0].contains("text"));
        QVERIFY(isCitys(commands[0]) && isCitys(commands[1]));
        Json forged = commands[1];
        forged["kind"] = "reload";
        QVERIFY(!isCitys(forged));
        QVERIFY(commands[0].value("issuedAt", "") < commands[0].value("expiresAt", ""));
        QVERIFY(m_process.planOne(QStringLiteral("GET /v1/devices/commands"), QStringLiteral("signatureWrong"))
                    .has_value());
        QVERIFY(!isCitys(client.send("GET", path).body["commands"][0]));
    }

    void anOutcomeIsKeptOnce()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string id = m_process.issueCommand(commandOf("erase")).value_or(QString()).toStdString();
        const std::string key = newKey();
        const Json outcome = {{"outcome", "refused"}, {"detail", "not on the list"}};
        QCOMPARE(report(client, id, outcome, key).status, 201);
        QCOMPARE(report(client, id, outcome, key).header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(report(client, id, outcome, newKey()).code(), std::string("outcome_exists"));
        QCOMPARE(report(client, newKey(), outcome, newKey()).code(), std::string("command_unknown"));
        QCOMPARE(report(client, id, {{"outcome", "perhaps"}}, newKey()).code(), std::string("body_invalid"));
        const QJsonArray all = m_process.commands().value_or(QJsonArray());
        QCOMPARE(all.last()[QLatin1String("outcome")].toString(), QStringLiteral("refused"));
        QCOMPARE(all.last()[QLatin1String("detail")].toString(), QStringLiteral("not on the list"));

        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient other(m_process, QStringLiteral("K02"));
        other.signOn();
        const std::string second = m_process.issueCommand(commandOf("reload")).value_or(QString()).toStdString();
        QCOMPARE(report(other, second, outcome, newKey()).code(), std::string("command_unknown"));
    }
};

QTEST_GUILESS_MAIN(MessageTest)
#include "message_test.moc"
