// SPDX-License-Identifier: GPL-3.0-or-later
// A new terminal comes in by a one-time code, with keys that it made itself.
#include "tests/platform/check/botan_sm2.h"
#include "tests/platform/check/city_client.h"

#include <QProcess>
#include <QTest>

using namespace tongban::tests::platform;

class EnrolmentTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    QTemporaryDir m_keys;
    const std::string m_code = "ABCD-1234-EFGH";

    // As a technician would, with the openssl command: the platform's own code makes nothing here.
    [[nodiscard]] bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }
    [[nodiscard]] std::string request(const char *name, const char *curve, const QStringList &signing)
    {
        const QString key = m_keys.filePath(QLatin1String(name) + QLatin1String(".key"));
        const QString file = m_keys.filePath(QLatin1String(name) + QLatin1String(".csr"));
        const bool made =
            openssl({QStringLiteral("genpkey"), QStringLiteral("-algorithm"), QStringLiteral("EC"),
                     QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:") + QLatin1String(curve),
                     QStringLiteral("-out"), key}) &&
            openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), key,
                                QStringLiteral("-subj"), QStringLiteral("/CN=whatever"), QStringLiteral("-out"), file} +
                    signing);
        return made ? readAll(file.toStdString()) : std::string();
    }
    [[nodiscard]] std::string tlsRequest(const char *name)
    {
        return request(name, "P-256", {QStringLiteral("-sha256")});
    }
    [[nodiscard]] std::string signRequest(const char *name)
    {
        return request(name, "SM2",
                       {QStringLiteral("-sm3"), QStringLiteral("-sigopt"), QStringLiteral("distid:1234567812345678")});
    }
    [[nodiscard]] Json enrolment(const std::string &tls, const std::string &sign) const
    {
        return {{"code", m_code},
                {"deviceId", "K77"},
                {"siteCode", "330782101001"},
                {"tlsRequest", tls},
                {"signRequest", sign}};
    }
    [[nodiscard]] WireAnswer send(const Json &body, const char *path = "/v1/enrolments")
    {
        httplib::SSLClient wire("127.0.0.1", m_process.enrolPort());
        wire.set_ca_cert_path(m_process.caFile().toStdString());
        const auto result = wire.Post(path, body.dump(), "application/json");
        if (!result)
            return {};
        return {.status = result->status,
                .text = result->body,
                .body = Json::parse(result->body, nullptr, false),
                .headers = result->headers};
    }
    [[nodiscard]] bool permit()
    {
        return m_process
            .permitEnrolment(QString::fromStdString(m_code), QStringLiteral("K77"), QStringLiteral("330782101001"))
            .has_value();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup()
    {
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void aNewTerminalComesInAndWorks()
    {
        QVERIFY(permit());
        const std::string tls = tlsRequest("tls");
        const std::string sign = signRequest("sm2");
        QVERIFY(!tls.empty() && !sign.empty());
        const WireAnswer answer = send(enrolment(tls, sign));
        QVERIFY2(answer.status == 201, answer.text.c_str());
        QCOMPARE(answer.body.value("appId", ""), std::string("tongban"));
        QCOMPARE(answer.body.value("caCertificate", ""), readAll(m_process.caFile().toStdString()));
        QCOMPARE(answer.body.value("cityKey", ""), readAll(m_process.cityKeyFile().toStdString()));

        const QString certificate = m_keys.filePath(QStringLiteral("tls.pem"));
        QFile file(certificate);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(answer.body["tlsCertificate"]));
        file.close();
        QVERIFY(openssl({QStringLiteral("verify"), QStringLiteral("-purpose"), QStringLiteral("sslclient"),
                         QStringLiteral("-CAfile"), m_process.caFile(), certificate}));

        // Where the test's client looks for a device's keys.
        const QString pki = m_process.caFile().section(QLatin1Char('/'), 0, -2);
        QVERIFY(QFile::copy(certificate, pki + QStringLiteral("/device-K77.pem")));
        QVERIFY(QFile::copy(m_keys.filePath(QStringLiteral("tls.key")), pki + QStringLiteral("/device-K77.key")));
        QVERIFY(QFile::copy(m_keys.filePath(QStringLiteral("sm2.key")), pki + QStringLiteral("/device-K77-sm2.key")));
        CityClient client(m_process, QStringLiteral("K77"));
        QCOMPARE(client.signOn().status, 201); // by its certificate and its SM2 signature
        const Json keys = client.send("GET", "/v1/devices/roster").body["keys"];
        QVERIFY(std::any_of(keys.begin(), keys.end(), [&](const Json &key) {
            return key["deviceId"] == "K77" && key["keyId"] == answer.body["keyId"];
        }));
    }

    void aLostAnswerCostsNoVisitAndACodeServesOnce()
    {
        QVERIFY(permit());
        const std::string tls = tlsRequest("first-tls");
        const std::string sign = signRequest("first-sm2");
        QVERIFY(m_process.planOne(QStringLiteral("POST /v1/enrolments"), QStringLiteral("loseAnswer")).has_value());
        QCOMPARE(send(enrolment(tls, sign)).status, 0);
        const WireAnswer first = send(enrolment(tls, sign));
        QCOMPARE(first.status, 201);
        QVERIFY(send(enrolment(tls, sign)).body == first.body);
        QCOMPARE(send(enrolment(tlsRequest("second-tls"), sign)).code(), std::string("code_used"));
        QCOMPARE(send(enrolment(tls, signRequest("second-sm2"))).code(), std::string("code_used"));
    }

    void aCodeIsForOneDeviceAndHall()
    {
        QVERIFY(permit());
        const Json right = enrolment(tlsRequest("c-tls"), signRequest("c-sm2"));
        const auto with = [&right](const char *member, const char *value) {
            Json other = right;
            other[member] = value;
            return other;
        };
        QCOMPARE(send(with("code", "ABCD-1234-EFGX")).code(), std::string("code_unknown"));
        QCOMPARE(send(with("deviceId", "K78")).code(), std::string("code_unknown"));
        QCOMPARE(send(with("siteCode", "330782101002")).code(), std::string("code_unknown"));
        QCOMPARE(send(with("code", "abc")).code(), std::string("body_invalid"));
        QCOMPARE(send(right).status, 201); // and no wrong try used it up
    }

    void aCodeExpires()
    {
        const auto permitFor = [this](int seconds) {
            return m_process.permitEnrolment(QString::fromStdString(m_code), QStringLiteral("K77"),
                                             QStringLiteral("330782101001"), seconds);
        };
        const Json body = enrolment(tlsRequest("f-tls"), signRequest("f-sm2"));
        QVERIFY(permitFor(-1).has_value());
        QCOMPARE(send(body).code(), std::string("code_expired"));
        QVERIFY(permitFor(3600).has_value());
        QCOMPARE(send(body).status, 201);
    }

    void aRequestThatIsNotOneIsRefused()
    {
        QVERIFY(permit());
        const std::string tls = tlsRequest("d-tls");
        const std::string sign = signRequest("d-sm2");
        const std::string garbage =
            "-----BEGIN CERTIFICATE REQUEST-----\n" + std::string(64, 'A') + "\n-----END CERTIFICATE REQUEST-----\n";
        std::string damaged = sign;
        const auto middle = damaged.size() - 80; // within the signature
        damaged[middle] = damaged[middle] == 'A' ? 'B' : 'A';
        const std::string withoutId = request("e-sm2", "SM2", {QStringLiteral("-sm3")});
        for (const auto &[first, second] :
             {std::pair{garbage, sign}, std::pair{tls, garbage}, std::pair{sign, sign}, std::pair{tls, tls},
              std::pair{tls, damaged}, std::pair{request("p384", "P-384", {}), sign}}) {
            const WireAnswer answer = send(enrolment(first, second));
            QCOMPARE(answer.code(), std::string("certificate_request_invalid"));
            QCOMPARE(answer.status, 422);
        }
        QVERIFY(!withoutId.empty());
        QCOMPARE(send(enrolment(tls, withoutId)).code(),
                 std::string("certificate_request_invalid")); // another signer's ID
    }

    void eachDoorServesItsOwn()
    {
        QCOMPARE(send(Json::object(), "/v1/sessions").code(), std::string("not_found"));
        CityClient client(m_process);
        client.signOn();
        QCOMPARE(client.send("POST", "/v1/enrolments", "{}").code(), std::string("not_found"));
    }
};

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "enrolment_test.moc"
