// SPDX-License-Identifier: GPL-3.0-or-later
// Who may come in: the certificate, the session, the own device's cases and no others.
#include "tests/platform/check/city_client.h"

#include <QTest>

using namespace tongban::tests::platform;

class AccessTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_process.start();
        QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().detail));
    }

    void withoutClientCertificateThereIsNoConnection()
    {
        QCOMPARE(CityClient(m_process).signOn().status, 201); // the door is there
        httplib::SSLClient stranger("127.0.0.1", m_process.port());
        stranger.set_ca_cert_path(m_process.caFile().toStdString());
        QVERIFY(!stranger.Get("/v1/cases/changes"));
    }

    void aCertificateOfAnotherCityIsRefused()
    {
        CityClient client(m_process);
        QCOMPARE(client.signOn().status, 201);
        PlatformProcess other;
        QVERIFY(other.start().has_value());
        httplib::SSLClient stranger("127.0.0.1", m_process.port(), other.certificateFile().toStdString(),
                                    other.keyFile().toStdString());
        stranger.set_ca_cert_path(m_process.caFile().toStdString());
        QVERIFY(!stranger.Get("/v1/cases/changes"));
    }

    void onlyTheCertificatesSubjectSignsOn()
    {
        CityClient client(m_process);
        const WireAnswer answer =
            client.send("POST", "/v1/sessions", R"({"deviceId":"K02","siteCode":"330782101001"})");
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), std::string("device_mismatch"));
        QCOMPARE(answer.header("Content-Type"), std::string("application/problem+json"));
    }

    void withoutSessionThereIsNoService()
    {
        CityClient client(m_process);
        QCOMPARE(client.changes().code(), std::string("session_expired"));
        client.useToken("made-up-by-somebody-with-a-certificate");
        QCOMPARE(client.changes().status, 401);
        QCOMPARE(client.signOn().status, 201);
        QCOMPARE(client.changes().status, 200);
    }

    void aTokenServesItsOwnDeviceOnly()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient first(m_process);
        CityClient second(m_process, QStringLiteral("K02"));
        QCOMPARE(first.signOn().status, 201);
        second.useToken(first.token());
        QCOMPARE(second.changes().status, 401);
    }

    void expiredSessionsSignOnAgain()
    {
        CityClient client(m_process);
        QCOMPARE(client.signOn().status, 201);
        QVERIFY(m_process.expireSessions().has_value());
        QCOMPARE(client.changes().code(), std::string("session_expired"));
        QCOMPARE(client.signOn().status, 201);
        QCOMPARE(client.changes().status, 200);
    }

    void anotherDevicesCaseDoesNotExist()
    {
        QVERIFY(m_process.addDevice(QStringLiteral("K02"), QStringLiteral("330782101001")).has_value());
        CityClient owner(m_process);
        CityClient other(m_process, QStringLiteral("K02"));
        owner.signOn();
        other.signOn();
        const WireAnswer created = owner.createCase(sampleCase(), newKey());
        QCOMPARE(created.status, 201);
        QCOMPARE(other.submit(created.body["caseId"], 0, newKey()).code(), std::string("case_unknown"));
        QCOMPARE(other.createCase(sampleCase(), newKey()).code(), std::string("device_mismatch"));
    }

    void aRestartKeepsCasesAndForgetsTokens()
    {
        CityClient client(m_process);
        client.signOn();
        const Json body = sampleCase();
        const std::string key = newKey();
        const WireAnswer created = client.createCase(body, key);
        m_process.kill();
        QVERIFY(m_process.start().has_value());
        QCOMPARE(client.createCase(body, key).status, 401);
        QCOMPARE(client.signOn().status, 201);
        const WireAnswer again = client.createCase(body, key);
        QCOMPARE(again.status, 201);
        QVERIFY(again.body == created.body);
        QCOMPARE(again.header("Idempotent-Replayed"), std::string("true"));
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "access_test.moc"
