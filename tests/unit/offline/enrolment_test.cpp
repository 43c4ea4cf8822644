// SPDX-License-Identifier: GPL-3.0-or-later
// A new terminal comes in: what it asks for, when its keys are durable, whose word it takes, and what each refusal is
// called.
#include "app/core/base/log.h"
#include "tests/unit/offline/enrolment_rig.h"

#include <QDir>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;

Q_DECLARE_METATYPE(tongban::offline::platform::EnrolmentRefusal)

namespace {

std::optional<EnrolmentRefusal> refusalOf(const Result<EnrolmentOutcome> &outcome)
{
    const auto *refusal = outcome ? std::get_if<EnrolmentRefusal>(&*outcome) : nullptr;
    return refusal != nullptr ? std::optional(*refusal) : std::nullopt;
}

bool isEnrolled(const Result<EnrolmentOutcome> &outcome)
{
    return outcome && std::holds_alternative<Enrolled>(*outcome);
}

QByteArray publicKeyIn(const QJsonObject &asked, const char *member, const QTemporaryDir &home)
{
    const QString csr = home.filePath(QStringLiteral("asked.csr"));
    const QString out = home.filePath(QStringLiteral("asked.pub"));
    QFile::remove(out);
    const bool read = write(csr, asked.value(QLatin1String(member)).toString().toLatin1()) &&
                      openssl({QStringLiteral("req"), QStringLiteral("-in"), csr, QStringLiteral("-pubkey"),
                               QStringLiteral("-noout"), QStringLiteral("-out"), out});
    return read ? contentOf(out) : QByteArray();
}

} // namespace

class EnrolmentTest : public QObject
{
    Q_OBJECT

    City m_city;
    City m_otherCity;

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
        QVERIFY(m_city.make());
        QVERIFY(m_otherCity.make());
    }

    void keysAreDurableBeforeTheRequestLeaves()
    {
        EnrolmentRig rig(m_city);
        bool durable = false;
        rig.server.script({madeFrom([&](const SeenRequest &head) {
            durable = contentOf(rig.file(QStringLiteral("pending.json"))).contains("PRIVATE KEY");
            return head.target == "/v1/enrolments" ? problem(503, "busy", true) : problem(404, "not_found");
        })});
        QVERIFY(failedWith(rig.enrol(), ErrorKind::PlatformBusy));
        QVERIFY(durable);
        const auto mode = QFile::permissions(rig.file(QStringLiteral("pending.json")));
        QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void bothRequestsAreWhatOthersTakeThemFor() // the openssl command reads and verifies them
    {
        EnrolmentRig rig(m_city);
        rig.server.script({problem(503, "busy", true)});
        (void)rig.enrol(QStringLiteral(" abcd-1234-efgh "));
        const QJsonObject asked = rig.asked();
        QCOMPARE(asked.value(QLatin1String("code")).toString(), enrolmentCode);
        QCOMPARE(asked.value(QLatin1String("deviceId")).toString(), QStringLiteral("K77"));
        QCOMPARE(asked.value(QLatin1String("siteCode")).toString(), QStringLiteral("330782101001"));
        const QString tls = rig.home.filePath(QStringLiteral("tls.csr"));
        const QString sign = rig.home.filePath(QStringLiteral("sign.csr"));
        QVERIFY(write(tls, asked.value(QLatin1String("tlsRequest")).toString().toLatin1()));
        QVERIFY(write(sign, asked.value(QLatin1String("signRequest")).toString().toLatin1()));
        const auto verified = [](const QString &csr, const QStringList &more) {
            QProcess process;
            process.start(QStringLiteral("openssl"),
                          QStringList{QStringLiteral("req"), QStringLiteral("-in"), csr, QStringLiteral("-noout"),
                                      QStringLiteral("-verify"), QStringLiteral("-subject")} +
                              more);
            process.waitForFinished(20'000);
            return process.readAllStandardError() + process.readAllStandardOutput();
        };
        const QByteArray tlsSaid = verified(tls, {});
        QVERIFY2(tlsSaid.contains("self-signature verify OK"), tlsSaid);
        QVERIFY2(tlsSaid.contains("330782101001") && tlsSaid.contains("K77"), tlsSaid);
        const QByteArray signSaid =
            verified(sign, {QStringLiteral("-vfyopt"), QStringLiteral("distid:1234567812345678")});
        QVERIFY2(signSaid.contains("self-signature verify OK"), signSaid);
        const QByteArray otherId = verified(sign, {QStringLiteral("-vfyopt"), QStringLiteral("distid:someone")});
        QVERIFY2(otherId.contains("verify failure"), otherId);
    }

    void aLostAnswerCostsASecondTryWithTheSameKeys()
    {
        EnrolmentRig rig(m_city);
        rig.server.script({Step{.answer = {}, .cutAfterBodyBytes = 10}});
        QVERIFY(failedWith(rig.enrol(), ErrorKind::PlatformUnreachable));
        rig.server.script({problem(503, "busy", true), problem(503, "busy", true)});
        (void)rig.enrol();
        const QJsonObject second = rig.asked();
        (void)rig.enrol(QStringLiteral("ANOTHER-CODE")); // mistyped: the keys that the city may know stay
        for (const char *member : {"tlsRequest", "signRequest"}) {
            const QByteArray key = publicKeyIn(second, member, rig.home);
            QVERIFY(!key.isEmpty());
            QCOMPARE(publicKeyIn(rig.asked(), member, rig.home), key);
        }
    }

    void whatTheCityCertifiedIsInForce()
    {
        EnrolmentRig rig(m_city);
        const auto outcome = rig.enrolAnswered();
        QVERIFY2(isEnrolled(outcome), outcome ? "refused" : qPrintable(outcome.error().detail));
        const QString generation = QStringLiteral("keys-") + std::get<Enrolled>(*outcome).keyId;
        QCOMPARE(QDir(rig.directory()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList({QStringLiteral("enrolled.json"), generation})); // and no pending.json
        const QJsonObject enrolled = QJsonDocument::fromJson(contentOf(rig.file(QLatin1String(enrolledFile)))).object();
        const auto path = [&](const char *member) {
            return rig.file(enrolled.value(QLatin1String(member)).toString());
        };
        const auto access = prepareAccess({.url = rig.server.base(),
                                           .caFile = path("ca"),
                                           .certificateFile = path("certificate"),
                                           .keyFile = path("key"),
                                           .deviceId = enrolled.value(QLatin1String("deviceId")).toString(),
                                           .siteCode = enrolled.value(QLatin1String("siteCode")).toString(),
                                           .appId = enrolled.value(QLatin1String("appId")).toString(),
                                           .cityKeyFile = path("cityKeyFile"),
                                           .signKeyFile = path("signKeyFile"),
                                           .hmacSecretFile = {},
                                           .proxy = {}});
        QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
        for (const char *member : {"key", "signKeyFile"}) {
            const auto mode = QFile::permissions(path(member));
            QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        }
    }

    void aNewEnrolmentTakesThePlaceOfTheOld()
    {
        EnrolmentRig rig(m_city);
        const auto first = rig.enrolAnswered();
        QVERIFY(isEnrolled(first));
        const QString old = rig.file(QStringLiteral("keys-") + std::get<Enrolled>(*first).keyId);
        const auto refused = rig.enrolAnswered([](QJsonObject &body) { body.insert(QStringLiteral("keyId"), "0"); });
        QVERIFY(failedWith(refused, ErrorKind::PlatformBadAnswer));
        QVERIFY(QFile::exists(old)); // until the new one is whole
        const auto second = rig.enrolAnswered();
        QVERIFY(isEnrolled(second));
        QVERIFY(std::get<Enrolled>(*second).keyId != std::get<Enrolled>(*first).keyId);
        QVERIFY(!QFile::exists(old));
    }

    void aRefusalHasAName_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<EnrolmentRefusal>("refusal");
        QTest::newRow("unknown") << 403 << QByteArray("code_unknown") << EnrolmentRefusal::CodeUnknown;
        QTest::newRow("used") << 403 << QByteArray("code_used") << EnrolmentRefusal::CodeUsed;
        QTest::newRow("expired") << 403 << QByteArray("code_expired") << EnrolmentRefusal::CodeExpired;
        QTest::newRow("request") << 422 << QByteArray("certificate_request_invalid")
                                 << EnrolmentRefusal::RequestInvalid;
        QTest::newRow("body") << 422 << QByteArray("body_invalid") << EnrolmentRefusal::RequestInvalid;
    }
    void aRefusalHasAName()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(EnrolmentRefusal, refusal);
        EnrolmentRig rig(m_city);
        rig.server.script({problem(status, code)});
        QCOMPARE(refusalOf(rig.enrol()), std::optional(refusal));
        QVERIFY(!QFile::exists(rig.file(QLatin1String(enrolledFile))));
    }

    void aCodeThatIsNoneIsNotSent()
    {
        EnrolmentRig rig(m_city);
        for (const char *typed : {"", "SHORT", "ABCD 1234", "ABCD_1234", "ABCD1234\n5678"})
            QCOMPARE(refusalOf(rig.enrol(QString::fromLatin1(typed))), std::optional(EnrolmentRefusal::CodeMalformed));
        QCOMPARE(refusalOf(rig.enrol(QString(65, QLatin1Char('A')))), std::optional(EnrolmentRefusal::CodeMalformed));
        QCOMPARE(rig.server.connections(), 0);
        QVERIFY(!QFile::exists(rig.directory()));
    }

    void anotherCitysServerGetsNoCode()
    {
        EnrolmentRig rig(m_city, m_otherCity);
        QCOMPARE(refusalOf(rig.enrol()), std::optional(EnrolmentRefusal::ServerNotTrusted));
        QVERIFY(rig.server.seen().isEmpty());
    }

    void aClockThatIsWrongIsNamed()
    {
        const QString key = m_city.file("late.key");
        const QString csr = m_city.file("late.csr");
        const QString extensions = m_city.file("late.ext");
        const QString certificate = m_city.file("late.pem");
        QVERIFY(write(extensions, "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n"));
        QVERIFY(
            openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                     QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                     key, QStringLiteral("-out"), csr, QStringLiteral("-subj"), QStringLiteral("/CN=localhost")}));
        QVERIFY(
            openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), csr, QStringLiteral("-CA"),
                     m_city.file("ca.pem"), QStringLiteral("-CAkey"), m_city.file("ca.key"),
                     QStringLiteral("-set_serial"), QStringLiteral("9"), QStringLiteral("-days"), QStringLiteral("-1"),
                     QStringLiteral("-extfile"), extensions, QStringLiteral("-out"), certificate}));
        EnrolmentRig rig(m_city);
        QSslConfiguration tls = EnrolmentRig::doorOf(m_city);
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        tls.setPrivateKey(QSslKey(contentOf(key), QSsl::Ec));
        const ScriptedServer late(tls);
        QCOMPARE(refusalOf(rig.enrol(enrolmentCode, late.base())), std::optional(EnrolmentRefusal::ClockWrong));
        QVERIFY(late.seen().isEmpty());
    }

    void whoIsNotThereOrNotTheCityIsAnError()
    {
        EnrolmentRig rig(m_city);
        rig.server.script(
            {Step{.answer = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"}});
        QVERIFY(failedWith(rig.enrol(), ErrorKind::PlatformBadAnswer)); // a gateway's word is none on the code
        rig.server.script({json(201, "{}")});
        QVERIFY(failedWith(rig.enrol(), ErrorKind::PlatformBadAnswer));
    }

    void papersThatAreNotOursAreNotTaken_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *member, const QByteArray &value) {
            QTest::newRow(name) << QString::fromLatin1(member) << QString::fromLatin1(value);
        };
        row("another key's certificate", "tlsCertificate", contentOf(m_city.file("device-K01.pem")));
        row("no certificate", "tlsCertificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        row("another city's authority", "caCertificate", contentOf(m_otherCity.file("ca.pem")));
        row("no authority", "caCertificate", "none");
        row("no city key", "cityKey", contentOf(m_city.file("ca.pem")));
        row("another key on the roster", "keyId", "0011223344556677");
        row("no application", "appId", "");
        row("an application of two lines", "appId", "tong\nban");
    }
    void papersThatAreNotOursAreNotTaken()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        EnrolmentRig rig(m_city);
        const auto outcome = rig.enrolAnswered([&](QJsonObject &body) { body.insert(member, value); });
        QVERIFY2(failedWith(outcome, ErrorKind::PlatformBadAnswer), outcome ? "taken" : nameOf(outcome.error().kind));
        QVERIFY(!QFile::exists(rig.file(QLatin1String(enrolledFile))));
        QVERIFY(isEnrolled(rig.enrolAnswered())); // and the same code goes on
    }

    void damagedKeysAreSaidAndNotReplaced()
    {
        EnrolmentRig rig(m_city);
        QVERIFY(QDir().mkpath(rig.directory()));
        QVERIFY(write(rig.file(QStringLiteral("pending.json")), "{\"tlsKey\":\"x\"}"));
        QVERIFY(failedWith(rig.enrol(), ErrorKind::StoreCorrupt));
        QVERIFY(rig.server.seen().isEmpty());
        QCOMPARE(contentOf(rig.file(QStringLiteral("pending.json"))), QByteArray("{\"tlsKey\":\"x\"}"));
    }
};

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "enrolment_test.moc"
