// SPDX-License-Identifier: GPL-3.0-or-later
// Codes to telephones: bound to number, terminal and challenge; counted, ended, limited; and what a case makes of them.
#include "tests/platform/check/city_client.h"

#include <QTest>

using namespace tongban::tests::platform;

class PhoneTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    int m_next = 0;

    [[nodiscard]] std::string anotherNumber() { return "1380013" + std::to_string(8000 + ++m_next); }
    static WireAnswer ask(CityClient &client, const std::string &phone, const std::string &key = newKey())
    {
        return client.send("POST", "/v1/phones/codes", Json{{"phone", phone}}.dump(), {{"Idempotency-Key", key}});
    }
    static WireAnswer check(CityClient &client, const std::string &challenge, const std::string &phone,
                            const std::string &code, const std::string &key = newKey())
    {
        return client.send("POST", "/v1/phones/codes/" + challenge + "/check",
                           Json{{"phone", phone}, {"code", code}}.dump(), {{"Idempotency-Key", key}});
    }
    [[nodiscard]] std::string codeOf(const std::string &phone)
    {
        return m_process.codeSentTo(QString::fromStdString(phone)).value_or(QString()).toStdString();
    }
    [[nodiscard]] static std::string otherThan(const std::string &code)
    {
        return code == "000000" ? "000001" : "000000";
    }
    // The state in which the city holds the number of a case made with this word about it.
    [[nodiscard]] QString stateOf(CityClient &client, const std::string &phone, const Json &given)
    {
        Json body = sampleCase();
        body["answers"]["phone"] = phone;
        body["phones"] = Json::array({given});
        const WireAnswer made = client.createCase(body, newKey());
        const QString id = QString::fromStdString(made.body.value("caseId", ""));
        for (const QJsonValue &one : m_process.givenPhones().value_or(QJsonArray())) {
            if (one[QLatin1String("caseId")].toString() == id)
                return one[QLatin1String("state")].toString();
        }
        return QString::fromStdString(made.body.dump());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_process.start().has_value());
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
    }
    void init()
    {
        QVERIFY(m_process
                    .setPhoneRules({{QStringLiteral("validSeconds"), 300},
                                    {QStringLiteral("againSeconds"), 60},
                                    {QStringLiteral("tries"), 3},
                                    {QStringLiteral("codesPerDevice"), 1000}})
                    .has_value());
    }
    void cleanup()
    {
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void theRightCodeIsConfirmed()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string phone = anotherNumber();
        const std::string key = newKey();
        const WireAnswer sent = ask(client, phone, key);
        QCOMPARE(sent.status, 201);
        QVERIFY(ask(client, phone, key).body == sent.body); // a lost answer sends nothing twice
        const std::string challenge = sent.body["challenge"];
        const WireAnswer right = check(client, challenge, phone, codeOf(phone));
        QCOMPARE(right.status, 200);
        QCOMPARE(right.body["result"].get<std::string>(), std::string("confirmed"));
        QVERIFY(check(client, challenge, phone, codeOf(phone)).body == right.body);
        const Json given{{"field", "phone"}, {"state", "confirmed"}, {"token", right.body["token"]}};
        QCOMPARE(stateOf(client, phone, given), QStringLiteral("confirmed"));
        // The city knows by the token the number and the terminal, and takes the case all the same.
        QCOMPARE(stateOf(client, anotherNumber(), given), QStringLiteral("unverified"));
        QCOMPARE(stateOf(client, phone, {{"field", "phone"}, {"state", "unverified"}}), QStringLiteral("unverified"));
        QCOMPARE(stateOf(client, phone, {{"field", "phone"}, {"state", "confirmed"}, {"token", "0123456789abcdef"}}),
                 QStringLiteral("unverified"));
    }

    void wrongCodesAreCounted()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string phone = anotherNumber();
        const std::string challenge = ask(client, phone).body["challenge"];
        const std::string wrong = otherThan(codeOf(phone));
        const std::string key = newKey();
        QCOMPARE(check(client, challenge, phone, wrong, key).body["triesLeft"].get<int>(), 2);
        QCOMPARE(check(client, challenge, phone, wrong, key).body["triesLeft"].get<int>(), 2); // the same try
        QCOMPARE(check(client, challenge, phone, wrong).body["triesLeft"].get<int>(), 1);
        QCOMPARE(check(client, challenge, phone, wrong).body["result"].get<std::string>(), std::string("gone"));
        QCOMPARE(check(client, challenge, phone, codeOf(phone)).body["result"].get<std::string>(), std::string("gone"));
    }

    void aChallengeIsOfOneNumberAndTerminal()
    {
        CityClient client(m_process);
        client.signOn();
        CityClient other(m_process, QStringLiteral("K02"));
        other.signOn();
        const std::string phone = anotherNumber();
        const std::string challenge = ask(client, phone).body["challenge"];
        const std::string code = codeOf(phone);
        QCOMPARE(check(other, challenge, phone, code).body["result"].get<std::string>(), std::string("gone"));
        QCOMPARE(check(client, challenge, anotherNumber(), code).body["result"].get<std::string>(),
                 std::string("gone"));
        QCOMPARE(check(client, newKey(), phone, code).body["result"].get<std::string>(), std::string("gone"));
        QCOMPARE(check(client, challenge, phone, code).body["result"].get<std::string>(), std::string("confirmed"));
    }

    void aNewerCodeMakesTheOldOneVoid()
    {
        QVERIFY(m_process.setPhoneRules({{QStringLiteral("againSeconds"), 0}}).has_value());
        CityClient client(m_process);
        client.signOn();
        const std::string phone = anotherNumber();
        const std::string first = ask(client, phone).body["challenge"];
        const std::string code = codeOf(phone);
        const std::string second = ask(client, phone).body["challenge"];
        QVERIFY(first != second);
        QCOMPARE(check(client, first, phone, code).body["result"].get<std::string>(), std::string("gone"));
        QCOMPARE(check(client, second, phone, codeOf(phone)).body["result"].get<std::string>(),
                 std::string("confirmed"));
    }

    void anOldCodeIsGone()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string phone = anotherNumber();
        const std::string challenge = ask(client, phone).body["challenge"];
        QVERIFY(m_process.setPhoneRules({{QStringLiteral("validSeconds"), 0}}).has_value());
        QCOMPARE(check(client, challenge, phone, codeOf(phone)).body["result"].get<std::string>(), std::string("gone"));
    }

    void whoAsksTooOftenIsToldWhen()
    {
        CityClient client(m_process);
        client.signOn();
        const std::string phone = anotherNumber();
        QCOMPARE(ask(client, phone).status, 201);
        const WireAnswer again = ask(client, phone);
        QCOMPARE(again.status, 429);
        QCOMPARE(again.code(), std::string("phone_too_soon"));
        const int wait = std::stoi(again.header("Retry-After"));
        QVERIFY2(wait > 30 && wait <= 60, again.header("Retry-After").c_str());
        QVERIFY(m_process.setPhoneRules({{QStringLiteral("codesPerDevice"), 1}}).has_value());
        QCOMPARE(ask(client, anotherNumber()).status, 429); // of this terminal
    }

    void whatIsNoNumberIsRefused()
    {
        CityClient client(m_process);
        client.signOn();
        QCOMPARE(ask(client, "12345678901").code(), std::string("body_invalid"));
        QCOMPARE(check(client, newKey(), anotherNumber(), "20481").code(), std::string("body_invalid"));
    }
};

QTEST_GUILESS_MAIN(PhoneTest)
#include "phone_test.moc"
