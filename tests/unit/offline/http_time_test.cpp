// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal whose battery is dead: whom it believes about the time, and that a wrong date lets nobody in.
#include "offline/platform/signed_time.h"
#include "tests/unit/offline/http_rig.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;
using namespace std::chrono_literals;
namespace crypto = tongban::offline::crypto;

namespace {

const QDateTime floorUtc(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
const QByteArray changes = R"({"cursor":"1","changes":[]})";

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

class HttpTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTheCitysWordForOurQuestionCounts_data();
    void onlyTheCitysWordForOurQuestionCounts();
    void signOnHealsTheClock();
    void clockSkewHealsAndRepeatsOnce();
    void aSkewThatDoesNotHealWaits();
    void anUsedNonceIsRepeatedOnce();
    void aTimeOfAnotherQuestionIsNotBelieved();
    void aDeadClockHearsTheTimeAndGoesOn();
    void withoutASignedTimeAWrongDateLetsNobodyIn();
    void anExpiredCertificateStaysExpired();

private:
    [[nodiscard]] QByteArray signedTime(const QByteArray &nonce, const QDateTime &now) const
    {
        const QByteArray text = iso(now).toUtf8();
        const QJsonObject answer{
            {QStringLiteral("now"), QString::fromUtf8(text)},
            {QStringLiteral("nonce"), QString::fromLatin1(nonce)},
            {QStringLiteral("signature"),
             QString::fromLatin1(m_key->sign("tongban time 1\n" + nonce + '\n' + text).toBase64())}};
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] Step timeAnswer(const SeenRequest &request, const QDateTime &now) const
    {
        const QByteArray nonce =
            QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(QStringLiteral("nonce")).toLatin1();
        return json(200, signedTime(nonce, now));
    }
    [[nodiscard]] Step skewed(const QByteArray &nonce, const QDateTime &now) const
    {
        Step step = problem(401, "clock_skew", true);
        step.answer.replace("Content-Type",
                            "X-Server-Time-Signed: " + signedTime(nonce, now).toBase64() + "\r\nContent-Type");
        return step;
    }
    [[nodiscard]] bool certify(const char *name, const QString &notBefore, const QString &notAfter);
    [[nodiscard]] QSslConfiguration tlsWith(const char *name) const;
    City m_city;
    std::optional<crypto::Sm2PrivateKey> m_key;
};

void HttpTimeTest::initTestCase()
{
    QVERIFY(m_city.make());
    QFile file(m_city.file("city-sm2.key"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_key = crypto::Sm2PrivateKey::fromPem(file.readAll()).value();
}

void HttpTimeTest::onlyTheCitysWordForOurQuestionCounts_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = signedTime("aa", floorUtc);
    QTest::newRow("another question's") << signedTime("bb", floorUtc);
    QTest::newRow("another time") << QByteArray(good).replace("2026", "2027");
    QTest::newRow("no zone") << QByteArray(good).replace("000Z", "000");
    QTest::newRow("no signature") << QByteArray(good).replace("signature", "sig");
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("empty") << QByteArray();
}

void HttpTimeTest::onlyTheCitysWordForOurQuestionCounts()
{
    QFETCH(QByteArray, json);
    QCOMPARE(openSignedTime(signedTime("aa", floorUtc), "aa", m_key->publicKey()).value(), floorUtc);
    QVERIFY(failedWith(openSignedTime(json, "aa", m_key->publicKey()), ErrorKind::PlatformBadAnswer));
    const auto stranger = crypto::Sm2PrivateKey::generate();
    QVERIFY(!openSignedTime(signedTime("aa", floorUtc), "aa", stranger.publicKey()));
}

void HttpTimeTest::signOnHealsTheClock()
{
    HttpRig rig(m_city);
    const QDateTime city = QDateTime::currentDateTimeUtc().addDays(40);
    rig.server.scriptTime([&](const SeenRequest &request) { return timeAnswer(request, city); });
    rig.server.script({json(200, changes)});
    QVERIFY(await(rig.client->pullChanges({})));
    QVERIFY(rig.clock.isCalibrated());
    QVERIFY(std::abs(rig.clock.nowUtc().msecsTo(city)) < 60'000);
    const qint64 stamp = rig.server.signOnRequests().first().headers.value("x-timestamp").toLongLong();
    QVERIFY(std::abs(stamp - city.toMSecsSinceEpoch()) < 60'000);
}

void HttpTimeTest::clockSkewHealsAndRepeatsOnce()
{
    HttpRig rig(m_city);
    const QDateTime city = QDateTime::currentDateTimeUtc().addDays(2);
    rig.server.script(
        {madeFrom([&](const SeenRequest &r) { return skewed(r.headers.value("x-nonce"), city); }), json(200, changes)});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(rig.server.seen().size(), 2);
    QVERIFY(rig.clock.isCalibrated());
    QVERIFY(rig.server.seen().at(0).headers.value("x-nonce") != rig.server.seen().at(1).headers.value("x-nonce"));
    const qint64 stamp = rig.server.seen().at(1).headers.value("x-timestamp").toLongLong();
    QVERIFY(std::abs(stamp - city.toMSecsSinceEpoch()) < 60'000);
    QCOMPARE(rig.server.signOns(), 1); // the session is still the same
}

void HttpTimeTest::aSkewThatDoesNotHealWaits()
{
    HttpRig rig(m_city);
    const Step again = madeFrom(
        [&](const SeenRequest &r) { return skewed(r.headers.value("x-nonce"), QDateTime::currentDateTimeUtc()); });
    rig.server.script({again, again, again, again});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformUnreachable));
    QCOMPARE(rig.server.seen().size(), 2);
}

void HttpTimeTest::anUsedNonceIsRepeatedOnce()
{
    HttpRig rig(m_city);
    rig.server.script({problem(401, "nonce_seen", true), json(200, changes)});
    QVERIFY(await(rig.client->pullChanges({})));
    QVERIFY(rig.server.seen().at(0).headers.value("x-nonce") != rig.server.seen().at(1).headers.value("x-nonce"));
    QCOMPARE(rig.server.signOns(), 1);
}

void HttpTimeTest::aTimeOfAnotherQuestionIsNotBelieved()
{
    HttpRig rig(m_city);
    const QDateTime city = QDateTime::currentDateTimeUtc().addDays(40);
    rig.server.scriptTime([&](const SeenRequest &) { return json(200, signedTime(QByteArray(32, 'a'), city)); });
    rig.server.script({skewed(QByteArray(32, 'a'), city), json(200, changes)});
    (void)await(rig.client->pullChanges({}));
    QVERIFY(!rig.clock.isCalibrated());
}

bool HttpTimeTest::certify(const char *name, const QString &notBefore, const QString &notAfter)
{
    const QString script = QStringLiteral(
        R"(set -e; cd "$1"; openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $2.key -out $2.csr -subj /CN=localhost 2>/dev/null
           mkdir -p ca-$2; : >ca-$2/index; echo 01 >ca-$2/serial
           printf '[ca]\ndefault_ca=c\n[c]\ndatabase=ca-%s/index\nserial=ca-%s/serial\nnew_certs_dir=ca-%s\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n[x]\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=IP:127.0.0.1\n' $2 $2 $2 >ca-$2/conf
           openssl ca -batch -config ca-$2/conf -extensions x -cert ca.pem -keyfile ca.key -in $2.csr -out $2.pem -startdate $3 -enddate $4 -notext 2>/dev/null)");
    return QProcess::execute(QStringLiteral("bash"),
                             {QStringLiteral("-c"), script, QStringLiteral("-"),
                              QFileInfo(m_city.file("ca.pem")).path(), QLatin1String(name), notBefore, notAfter}) == 0;
}

QSslConfiguration HttpTimeTest::tlsWith(const char *name) const
{
    QSslConfiguration tls = m_city.serverTls();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(m_city.file(name) + QStringLiteral(".pem")));
    QFile key(m_city.file(name) + QStringLiteral(".key"));
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    return tls;
}

// The machine's clock is what OpenSSL looks at: a certificate that begins in the future is what a dead clock sees.
void HttpTimeTest::aDeadClockHearsTheTimeAndGoesOn()
{
    QVERIFY(certify("early", QStringLiteral("20300101000000Z"), QStringLiteral("20310101000000Z")));
    HttpRig rig(m_city);
    ScriptedServer server(tlsWith("early"));
    rig.connect(prepareAccess(m_city.config(server.base())).value(), {});
    const QDateTime city(QDate(2030, 6, 1), QTime(0, 0), Qt::UTC);
    server.scriptTime([&](const SeenRequest &request) { return timeAnswer(request, city); });
    server.script({json(200, changes), json(200, changes)});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QVERIFY(rig.clock.isCalibrated());
    QCOMPARE(server.timeQuestions().size(), 1); // the first question met the date and nothing more
    QCOMPARE(server.signOns(), 1);
    QVERIFY(await(rig.client->pullChanges({})));
    QCOMPARE(server.connections(), 2); // the one without a date was closed; all else goes over one that was held to it
}

void HttpTimeTest::withoutASignedTimeAWrongDateLetsNobodyIn()
{
    QVERIFY(certify("early2", QStringLiteral("20320101000000Z"), QStringLiteral("20330101000000Z")));
    HttpRig rig(m_city);
    ScriptedServer server(tlsWith("early2"));
    rig.connect(prepareAccess(m_city.config(server.base())).value(), {});
    server.scriptTime([&](const SeenRequest &) { return json(200, signedTime("stale", floorUtc.addYears(10))); });
    server.script({json(200, changes)});
    const auto answer = await(rig.client->pullChanges({}));
    QVERIFY(failedWith(answer, ErrorKind::PlatformUnreachable));
    QVERIFY2(answer.error().detail.startsWith(QStringLiteral("TLS: ")), qPrintable(answer.error().detail));
    QVERIFY(!rig.clock.isCalibrated());
    QCOMPARE(server.signOns(), 0);
    QCOMPARE(server.seen().size(), 0);
}

void HttpTimeTest::anExpiredCertificateStaysExpired()
{
    QVERIFY(certify("late", QStringLiteral("20200101000000Z"), QStringLiteral("20210101000000Z")));
    HttpRig rig(m_city);
    ScriptedServer server(tlsWith("late"));
    rig.connect(prepareAccess(m_city.config(server.base())).value(), {});
    server.scriptTime([&](const SeenRequest &request) { return timeAnswer(request, QDateTime::currentDateTimeUtc()); });
    server.script({json(200, changes)});
    QVERIFY(failedWith(await(rig.client->pullChanges({})), ErrorKind::PlatformUnreachable));
    QVERIFY(rig.clock.isCalibrated()); // the time itself is the city's word
    QCOMPARE(server.signOns(), 0);
    QCOMPARE(server.seen().size(), 0);

    // And a certificate that the machine's clock finds good does not hold at a trusted time beyond its end.
    HttpRig later(m_city);
    const QDateTime beyond = QSslCertificate::fromPath(m_city.file("server.pem")).first().expiryDate().addDays(1);
    QVERIFY(later.clock.calibrate(beyond, later.clock.monotonic(), later.clock.monotonic()));
    later.server.script({json(200, changes)});
    const auto answer = await(later.client->pullChanges({}));
    QVERIFY(failedWith(answer, ErrorKind::PlatformUnreachable));
    QVERIFY2(answer.error().detail.startsWith(QStringLiteral("TLS: ")), qPrintable(answer.error().detail));
    QCOMPARE(later.server.seen().size(), 0);
}

QTEST_GUILESS_MAIN(HttpTimeTest)
#include "http_time_test.moc"
