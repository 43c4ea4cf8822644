// SPDX-License-Identifier: GPL-3.0-or-later
// Who may talk to whom: a configuration that is wrong is found before the first packet, and the wrong city or a
// terminal without its certificate gets no connection.
#include "tests/unit/offline/http_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;

class HttpAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make() && m_otherCity.make()); }
    void refusesBadAddresses_data();
    void refusesBadAddresses();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesBadSigningKeys();
    void theWrongCityIsNotTrusted();
    void theNameIsChecked();
    void withoutCertificateNoConnection();

private:
    City m_city;
    City m_otherCity;
};

void HttpAccessTest::refusesBadAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain") << "http://127.0.0.1/v1";
    QTest::newRow("nothing") << "";
    QTest::newRow("no host") << "https:///v1";
    QTest::newRow("password") << "https://a:b@127.0.0.1/v1";
    QTest::newRow("file") << "file:///etc/hosts";
}

void HttpAccessTest::refusesBadAddresses()
{
    QFETCH(QString, url);
    QVERIFY(failedWith(prepareAccess(m_city.config(QUrl(url))), ErrorKind::Misconfigured));
    QVERIFY(prepareAccess(m_city.config(QUrl(QStringLiteral("https://127.0.0.1/v1/")))));
}

void HttpAccessTest::refusesBadFiles_data()
{
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    const QString ca = m_city.file("ca.pem"), certificate = m_city.file("device-K01.pem"),
                  key = m_city.file("device-K01.key");
    QTest::newRow("no CA") << m_city.file("absent.pem") << certificate << key;
    QTest::newRow("CA is a key") << key << certificate << key;
    QTest::newRow("no certificate") << ca << m_city.file("absent.pem") << key;
    QTest::newRow("certificate is a key") << ca << key << key;
    QTest::newRow("no key") << ca << certificate << m_city.file("absent.key");
    QTest::newRow("key is a certificate") << ca << certificate << certificate;
}

void HttpAccessTest::refusesBadFiles()
{
    QFETCH(QString, ca);
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    PlatformConfig config = m_city.config(QUrl(QStringLiteral("https://127.0.0.1/v1")));
    config.caFile = ca;
    config.certificateFile = certificate;
    config.keyFile = key;
    const auto access = prepareAccess(config);
    QVERIFY(failedWith(access, ErrorKind::Misconfigured));
    QVERIFY(!access.error().detail.isEmpty());
}

void HttpAccessTest::refusesBadSigningKeys()
{
    const QUrl url(QStringLiteral("https://127.0.0.1/v1"));
    const auto refused = [&](auto change) {
        PlatformConfig config = m_city.config(url);
        change(config);
        return failedWith(prepareAccess(config), ErrorKind::Misconfigured);
    };
    QVERIFY(refused([](PlatformConfig &c) { c.signKeyFile.clear(); }));
    QVERIFY(refused([&](PlatformConfig &c) { c.hmacSecretFile = m_city.file("ca.pem"); }));      // both
    QVERIFY(refused([&](PlatformConfig &c) { c.signKeyFile = m_city.file("device-K01.key"); })); // of another curve
    QVERIFY(refused([&](PlatformConfig &c) { c.cityKeyFile = m_city.file("ca.pem"); }));
    QVERIFY(refused([&](PlatformConfig &c) { c.cityKeyFile = m_city.file("absent"); }));
    QVERIFY(refused([](PlatformConfig &c) { c.appId.clear(); }));
    QVERIFY(refused([](PlatformConfig &c) { c.proxy = QUrl(QStringLiteral("https://proxy:3128")); }));
    QVERIFY(refused([](PlatformConfig &c) { c.proxy = QUrl(QStringLiteral("http://proxy")); }));

    const auto secret = [&](const QByteArray &text) {
        QFile file(m_city.file("secret"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    };
    const auto withSecret = [&](const QByteArray &text) {
        PlatformConfig config = m_city.config(url);
        config.signKeyFile.clear();
        config.hmacSecretFile = secret(text);
        return prepareAccess(config);
    };
    QVERIFY(withSecret("00112233445566778899AABBCCDDEEFF\n"));
    QVERIFY(failedWith(withSecret("00112233445566778899aabbccddee"), ErrorKind::Misconfigured)); // 15 bytes
    QVERIFY(failedWith(withSecret("a secret that is no hexadecimal text"), ErrorKind::Misconfigured));
    QVERIFY(failedWith(withSecret(""), ErrorKind::Misconfigured));
}

void HttpAccessTest::theWrongCityIsNotTrusted()
{
    HttpRig rig(m_city);
    PlatformConfig config = m_city.config(rig.server.base());
    config.caFile = m_otherCity.file("ca.pem");
    rig.connect(prepareAccess(config).value(), {});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY(failedWith(answer, ErrorKind::PlatformUnreachable));
    QVERIFY2(answer.error().detail.startsWith(QStringLiteral("TLS: ")), qPrintable(answer.error().detail));
    QCOMPARE(rig.server.signOns(), 0);
}

void HttpAccessTest::theNameIsChecked()
{
    HttpRig rig(m_city);
    QUrl other = rig.server.base();
    other.setHost(QStringLiteral("127.0.0.2")); // the same machine under a name that its certificate does not carry
    ScriptedServer server(m_city.serverTls(), QHostAddress(QStringLiteral("127.0.0.2")));
    other.setPort(server.base().port());
    rig.connect(prepareAccess(m_city.config(other)).value(), {});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY(failedWith(answer, ErrorKind::PlatformUnreachable));
    QVERIFY2(answer.error().detail.startsWith(QStringLiteral("TLS: ")), qPrintable(answer.error().detail));
}

void HttpAccessTest::withoutCertificateNoConnection()
{
    HttpRig rig(m_city);
    PlatformAccess access = prepareAccess(m_city.config(rig.server.base())).value();
    access.tls.setLocalCertificateChain({});
    access.tls.setPrivateKey({});
    rig.connect(access, {});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY(failedWith(answer, ErrorKind::PlatformUnreachable));
    QVERIFY(!answer.error().detail.isEmpty());
    QCOMPARE(rig.server.signOns(), 0);
}

QTEST_GUILESS_MAIN(HttpAccessTest)
#include "http_access_test.moc"
