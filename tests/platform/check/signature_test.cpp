// SPDX-License-Identifier: GPL-3.0-or-later
// Every request is signed by the device that sends it, now, and once; and the city's time is signed for the one who
// asked.
#include "tests/platform/check/botan_sm2.h"
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/trust/request_text.h"
#include "tests/platform/trust/signed_text.h"

#include <QFileInfo>
#include <QTest>

using namespace tongban::tests::platform;

class SignatureTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    const std::string m_path = "/v1/cases/changes";

    [[nodiscard]] WireAnswer sendWith(CityClient &client, const httplib::Headers &headers)
    {
        return client.send("GET", m_path, {}, headers);
    }
    [[nodiscard]] bool isCitys(const std::string &text, const std::string &signature)
    {
        return botanVerifies(readAll(m_process.cityKeyFile().toStdString()), text, signature);
    }
    [[nodiscard]] bool isSignedTime(const Json &time, const std::string &nonce)
    {
        return time.value("nonce", "") == nonce &&
               isCitys(trust::timeText(nonce, time.value("now", "")), time.value("signature", ""));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup()
    {
        QVERIFY(m_process.clearFaults().has_value());
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void unsignedRequestsAreRefused()
    {
        CityClient client(m_process);
        client.signNothing();
        const WireAnswer answer = client.signOn();
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), std::string("signature_missing"));
        QVERIFY(!answer.body["retryable"].get<bool>());
        QCOMPARE(client.send("OPTIONS", "/v1/uploads").status, 204); // says nothing that a stranger may not know
    }

    void eachHeaderCounts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value"); // empty: left out
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const char *name, const char *value, const char *code) {
            QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(value)
                                 << QString::fromLatin1(code);
        };
        for (const char *name :
             {"X-App-Id", "X-Device-Id", "X-Timestamp", "X-Nonce", "X-Body-SM3", "X-Signature-Algorithm"})
            row(name, name, "", "signature_missing");
        row("another application", "X-App-Id", "other", "signature_wrong");
        row("another device", "X-Device-Id", "K02", "device_mismatch");
        row("another time", "X-Timestamp", "1763713800000", "signature_wrong");
        row("no time", "X-Timestamp", "yesterday", "signature_wrong");
        row("another nonce", "X-Nonce", "000102030405060708090a0b0c0d0e0f", "signature_wrong");
        row("a short nonce", "X-Nonce", "0001", "signature_wrong");
        row("another body", "X-Body-SM3", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "signature_wrong");
        row("another algorithm", "X-Signature-Algorithm", "HMAC-SM3", "signature_wrong");
        row("an unknown algorithm", "X-Signature-Algorithm", "MD5", "signature_wrong");
        row("no signature", "X-Signature", "AAAA", "signature_wrong");
    }

    void eachHeaderCounts()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, code);
        CityClient client(m_process);
        client.signOn();
        httplib::Headers headers = client.signedHeaders("GET", m_path, {});
        headers.erase(name.toStdString());
        if (!value.isEmpty())
            headers.emplace(name.toStdString(), value.toStdString());
        const WireAnswer answer = sendWith(client, headers);
        QCOMPARE(answer.status, code == QLatin1String("device_mismatch") ? 403 : 401);
        QCOMPARE(answer.code(), code.toStdString());
    }

    void pathQueryMethodAndBodyAreSigned()
    {
        CityClient client(m_process);
        client.signOn();
        QCOMPARE(sendWith(client, client.signedHeaders("GET", "/v1/notices", {})).code(),
                 std::string("signature_wrong"));
        QCOMPARE(sendWith(client, client.signedHeaders("POST", m_path, {})).code(), std::string("signature_wrong"));
        QCOMPARE(client.send("GET", m_path + "?cursor=1", {}, client.signedHeaders("GET", m_path, {})).code(),
                 std::string("signature_wrong"));
        const std::string body = sampleCase().dump();
        httplib::Headers headers = client.signedHeaders("POST", "/v1/cases", body);
        headers.emplace("Idempotency-Key", newKey());
        QCOMPARE(client.send("POST", "/v1/cases", sampleCase().dump(), headers).code(), std::string("signature_wrong"));
        QVERIFY(m_process.cases().value_or(QJsonArray()).isEmpty());
        QCOMPARE(client.send("GET", "/v1/cases/changes?cursor=%30").status, 200); // signed as it stands on the wire
    }

    void anotherDevicesKeyIsNotMine()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient client(m_process);
        CityClient other(m_process, QStringLiteral("K02"));
        client.signOn();
        httplib::Headers headers = other.signedHeaders("GET", m_path, {});
        QCOMPARE(sendWith(client, headers).code(), std::string("device_mismatch"));
        headers = client.signedHeaders("GET", m_path, {}); // its name, but the other's key
        const auto header = [&headers](const char *name) { return headers.find(name)->second; };
        const std::string text = trust::requestText({.method = "GET",
                                                     .target = m_path,
                                                     .appId = header("X-App-Id"),
                                                     .deviceId = header("X-Device-Id"),
                                                     .timestamp = header("X-Timestamp"),
                                                     .nonce = header("X-Nonce"),
                                                     .bodySm3 = header("X-Body-SM3")});
        const QString keys = QFileInfo(m_process.signKeyFile()).absolutePath();
        headers.find("X-Signature")->second = botanSigns(readAll(keys.toStdString() + "/device-K02-sm2.key"), text);
        QCOMPARE(sendWith(client, headers).code(), std::string("signature_wrong"));
        QCOMPARE(other.signOn().status, 201); // added while the city ran
    }

    void aNonceServesOnce()
    {
        CityClient client(m_process);
        client.signOn();
        const httplib::Headers headers = client.signedHeaders("GET", m_path, {});
        QCOMPARE(sendWith(client, headers).status, 200);
        const WireAnswer again = sendWith(client, headers);
        QCOMPARE(again.code(), std::string("nonce_seen"));
        QVERIFY(again.body["retryable"].get<bool>());
        QVERIFY(m_process.planOne(QStringLiteral("POST /v1/cases"), QStringLiteral("replay")).has_value());
        const Json body = sampleCase();
        const std::string key = newKey();
        QCOMPARE(client.createCase(body, key).code(), std::string("nonce_seen"));
        QCOMPARE(client.createCase(body, key).header("Idempotent-Replayed"), std::string("true"));
    }

    void aClockThatIsWrongHearsTheRightTime_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("ahead") << 7;
        QTest::newRow("behind") << -6;
        QTest::newRow("years") << -10 * 365 * 24 * 60;
    }

    void aClockThatIsWrongHearsTheRightTime()
    {
        QFETCH(const int, minutes);
        CityClient client(m_process);
        client.shiftClock(std::chrono::minutes(minutes));
        const httplib::Headers headers = client.signedHeaders("GET", m_path, {});
        const WireAnswer answer = sendWith(client, headers);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), std::string("clock_skew"));
        const std::string header = answer.header("X-Server-Time-Signed");
        const Json time = Json::parse(fromBase64(header).value_or(""), nullptr, false);
        QVERIFY(isSignedTime(time, headers.find("X-Nonce")->second));
        client.shiftClock(std::chrono::minutes(4)); // within what is allowed
        QCOMPARE(client.signOn().status, 201);
    }

    void theCitysOwnClockMayBeWrong()
    {
        CityClient client(m_process);
        client.signOn();
        QVERIFY(m_process
                    .planOne(QStringLiteral("GET /v1/cases/changes"), QStringLiteral("clockAhead"),
                             {{QStringLiteral("ms"), 600'000}})
                    .has_value());
        QCOMPARE(client.changes().code(), std::string("clock_skew"));
        QVERIFY(m_process
                    .planOne(QStringLiteral("GET /v1/time"), QStringLiteral("clockBehind"),
                             {{QStringLiteral("ms"), 86'400'000}})
                    .has_value());
        const std::string path = "/v1/time?nonce=000102030405060708090a0b0c0d0e0f";
        const std::string yesterday = client.send("GET", path).body.value("now", "");
        const std::string today = client.send("GET", path).body.value("now", "");
        QVERIFY2(yesterday < today && yesterday.substr(0, 10) != today.substr(0, 10), yesterday.c_str());
    }

    void theTimeIsSignedForTheOneWhoAsked()
    {
        CityClient client(m_process);
        client.signNothing();
        const std::string nonce = "00112233445566778899aabbccddeeff";
        const WireAnswer answer = client.send("GET", "/v1/time?nonce=" + nonce);
        QCOMPARE(answer.status, 200);
        QVERIFY(isSignedTime(answer.body, nonce));
        QVERIFY(m_process.planOne(QStringLiteral("GET /v1/time"), QStringLiteral("signatureWrong")).has_value());
        QVERIFY(!isSignedTime(client.send("GET", "/v1/time?nonce=" + nonce).body, nonce));
        QCOMPARE(client.send("GET", "/v1/time").code(), std::string("request_invalid"));
        QCOMPARE(client.send("GET", "/v1/time?nonce=now").code(), std::string("request_invalid"));
    }

    void anOlderTerminalSignsWithASharedSecret()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K03"), QStringLiteral("330782101001")).has_value());
        const QString keys = m_process.certificateFile().section(QLatin1Char('/'), 0, -2);
        CityClient client(m_process, QStringLiteral("K03"));
        QVERIFY(QFile::remove(keys + QStringLiteral("/device-K03-sm2.pub"))); // the city knows no SM2 key of it
        client.signWithSecret("shared secret");
        QCOMPARE(client.signOn().code(), std::string("signature_wrong"));
        QVERIFY(m_process.setDeviceSecret(QStringLiteral("K03"), "shared secret").has_value());
        QCOMPARE(client.signOn().status, 201);
        client.signWithSecret("another secret");
        QCOMPARE(client.changes().code(), std::string("signature_wrong"));

        QVERIFY(m_process.setDeviceSecret(QStringLiteral("K01"), "shared secret").has_value());
        CityClient modern(m_process);
        modern.signWithSecret("shared secret"); // who has an SM2 key may not fall back
        QCOMPARE(modern.signOn().code(), std::string("signature_wrong"));
    }

    void theRosterIsTheCitysWord()
    {
        CityClient client(m_process);
        client.signOn();
        const WireAnswer first = client.send("GET", "/v1/devices/roster");
        QCOMPARE(first.status, 200);
        const std::string version = first.body["version"];
        QVERIFY(isCitys(trust::rosterText(version, first.body["asOf"], first.body["keys"]), first.body["signature"]));
        const Json mine = first.body["keys"][0];
        QCOMPARE(mine.value("deviceId", ""), std::string("K01"));
        QVERIFY(!mine["revoked"].get<bool>());
        QVERIFY(botanVerifies(mine["key"], "text", botanSigns(readAll(m_process.signKeyFile().toStdString()), "text")));
        QCOMPARE(client.send("GET", "/v1/devices/roster", {}, {{"If-None-Match", first.header("ETag")}}).status, 304);

        QVERIFY(m_process.revokeDevice(QStringLiteral("K01")).has_value());
        QCOMPARE(client.changes().code(), std::string("signature_wrong"));
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient other(m_process, QStringLiteral("K02"));
        other.signOn();
        const WireAnswer second =
            other.send("GET", "/v1/devices/roster", {}, {{"If-None-Match", first.header("ETag")}});
        QCOMPARE(second.status, 200);
        QVERIFY(second.body["keys"][0]["revoked"].get<bool>());
        QVERIFY(second.body["asOf"] > first.body["asOf"]); // ISO 8601 sorts as time does
        QVERIFY(m_process.revokeDevice(QStringLiteral("K01"), false).has_value());
        QCOMPARE(client.changes().status, 200);
        const WireAnswer third = client.send("GET", "/v1/devices/roster");
        QVERIFY(third.body["asOf"] > second.body["asOf"]);
        QVERIFY(client.send("GET", "/v1/devices/roster").body["asOf"] == third.body["asOf"]); // no key changed
        QVERIFY(!m_process.revokeDevice(QStringLiteral("K99")));
    }
};

QTEST_GUILESS_MAIN(SignatureTest)
#include "signature_test.moc"
