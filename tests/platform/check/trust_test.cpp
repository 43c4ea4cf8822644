// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that are signed, against vectors worked out by hand and with the openssl command, and two libraries' SM2.
#include "tests/platform/base/digest.h"
#include "tests/platform/check/botan_sm2.h"
#include "tests/platform/platform_process.h"
#include "tests/platform/trust/canonical_json.h"
#include "tests/platform/trust/request_text.h"
#include "tests/platform/trust/signed_text.h"
#include "tests/platform/trust/sm2_key.h"

#include <QTest>

using namespace tongban::tests::platform;

class TrustTest : public QObject
{
    Q_OBJECT

private:
    const trust::RequestFacts m_facts{.method = "GET",
                                      .target = "/v1/cases/changes?cursor=7",
                                      .appId = "tongban",
                                      .deviceId = "K01",
                                      .timestamp = "1763713800000",
                                      .nonce = "000102030405060708090a0b0c0d0e0f",
                                      .bodySm3 = sm3Hex("")};

private Q_SLOTS:
    void aRequestsText()
    {
        QCOMPARE(trust::requestText(m_facts),
                 std::string("GET\n/v1/cases/changes\ncursor=7\ntongban\nK01\n1763713800000\n"
                             "000102030405060708090a0b0c0d0e0f\n"
                             "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"));
    }

    void theQueryIsSortedAndThePathIsAsSent_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("lines"); // second and third
        QTest::newRow("none") << "/v1/notices"
                              << "/v1/notices\n\n";
        QTest::newRow("empty") << "/v1/notices?"
                               << "/v1/notices\n\n";
        QTest::newRow("names") << "/v1/a?b=2&a=1"
                               << "/v1/a\na=1&b=2\n";
        QTest::newRow("values") << "/v1/a?a=2&a=1&a=10"
                                << "/v1/a\na=1&a=10&a=2\n";
        QTest::newRow("one name begins another") << "/v1/a?a-b=1&a=2"
                                                 << "/v1/a\na=2&a-b=1\n";
        QTest::newRow("encoded") << "/v1/a%2Fb?c=%E5%9F%8E"
                                 << "/v1/a%2Fb\nc=%E5%9F%8E\n";
    }

    void theQueryIsSortedAndThePathIsAsSent()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, lines);
        trust::RequestFacts facts = m_facts;
        facts.target = target.toStdString();
        const std::string text = trust::requestText(facts);
        QVERIFY2(text.rfind("GET\n" + lines.toStdString() + "tongban\n", 0) == 0, text.c_str());
    }

    void hmacIsOpenssls() // openssl dgst -sm3 -mac HMAC -macopt "key:shared secret" over the text above
    {
        QCOMPARE(trust::hmacSm3("shared secret", trust::requestText(m_facts)),
                 std::string("H3ZdZkBLeSedEV8FCjsoDugKsx/oI2jj1qI6ic2JKPo="));
    }

    void whatTheCitySigns()
    {
        QCOMPARE(trust::timeText("ab", "2026-11-21T08:30:00.123Z"),
                 std::string("tongban time 1\nab\n2026-11-21T08:30:00.123Z"));
        const Json keys = Json::parse(
            R"([{"deviceId":"K01","keyId":"1","revoked":false},{"deviceId":"K02","keyId":"2","revoked":true}])");
        QCOMPARE(trust::rosterText("v", "t", keys),
                 std::string("tongban roster 1\nv\nt\nK01 1 valid\nK02 2 revoked\n"));
        const Json entries =
            Json::parse(R"([{"code":"a","version":"1","sm3":"x"},{"code":"b","version":"2","sm3":"y"}])");
        QCOMPARE(trust::manifestText("v", "t", entries), std::string("tongban catalogue 1\nv\nt\na 1 x\nb 2 y\n"));
        Json command = Json::parse(R"({"id":"i","kind":"close","expiresAt":"e"})");
        QCOMPARE(trust::commandText("K01", command), std::string("tongban command 1\nK01\ni\nclose\ne\n"));
        command["text"] = "停电";
        QCOMPARE(trust::commandText("K01", command), std::string("tongban command 1\nK01\ni\nclose\ne\n停电"));
    }

    void oneSpellingOfAValue_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char *name, const char *json, const char *canonical) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(canonical);
        };
        row("members sorted bytewise", R"({ "b":1, "a":2, "Z":3, "中":4, "é":5 })",
            R"({"Z":3,"a":2,"b":1,"é":5,"中":4})");
        row("nested", R"({"a":[{"d":null,"c":[true,false]}, []]})", R"({"a":[{"c":[true,false],"d":null},[]]})");
        row("escapes", R"("\u0022\u005c\/\b\f\n\r\t\u0000\u001f\u007f\u4e2d")",
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f中\"");
        row("beyond the basic plane", R"("\ud842\udfb7")", "\"𠮷\"");
        row("integers", "[0,-0,1,-17,9007199254740991,1.0,2e3,1E+2]", "[0,0,1,-17,9007199254740991,1,2000,100]");
        row("fractions", "[0.1,-2.50,1.0e-6,123456789.125]", "[0.1,-2.5,0.000001,123456789.125]");
        row("very small and very large", "[1e-7,1.5e-10,1e20,1e21,2.5e+300]",
            "[1e-7,1.5e-10,100000000000000000000,1e+21,2.5e+300]");
    }

    void oneSpellingOfAValue()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, canonical);
        QCOMPARE(QByteArray::fromStdString(trust::canonicalJson(Json::parse(json.toStdString()))), canonical);
    }

    void twoLibrariesAgreeOnSm2()
    {
        PlatformProcess keys;
        QVERIFY(keys.start().has_value()); // makes them
        const std::string secretPem = readAll(keys.signKeyFile().toStdString());
        const auto secret = trust::Sm2Key::fromPrivatePem(secretPem);
        QVERIFY(secret.has_value());
        const std::string publicPem = secret->publicPem();
        const auto open = trust::Sm2Key::fromPublicPem(publicPem);
        QVERIFY(open && open->id() == secret->id() && open->id().size() == 16);
        for (int i = 0; i < 20; ++i) { // r or s begins with a zero byte now and then
            const std::string text = "text " + std::to_string(i);
            QVERIFY(botanVerifies(publicPem, text, secret->sign(text)));
            QVERIFY(open->verifies(text, botanSigns(secretPem, text)));
            QVERIFY(!open->verifies(text + " ", secret->sign(text)));
        }
        QVERIFY(!open->verifies("text", "not base64"));
        QVERIFY(!open->verifies("text", toBase64(std::string(64, '\0'))));
        QVERIFY(!trust::Sm2Key::fromPrivatePem(readAll(keys.keyFile().toStdString()))); // P-256
        QVERIFY(!trust::Sm2Key::fromPublicPem("nothing"));
    }
};

QTEST_GUILESS_MAIN(TrustTest)
#include "trust_test.moc"
