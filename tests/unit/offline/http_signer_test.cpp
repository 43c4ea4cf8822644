// SPDX-License-Identifier: GPL-3.0-or-later
// The signed text of a request, held to texts written by hand and to another program's HMAC-SM3 and SM2 (OpenSSL).
#include "offline/crypto/sm3.h"
#include "offline/platform/request_signer.h"
#include "tests/unit/offline/http_rig.h"

#include <QRegularExpression>
#include <QSet>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline::platform;
namespace crypto = tongban::offline::crypto;

namespace {

const QByteArray nonce = "000102030405060708090a0b0c0d0e0f";

// The digests and the HMACs below were made by "openssl dgst -sm3", the key is 00112233…eeff.
const QByteArray postText = "POST\n/v1/cases\n\ntongban\nK01\n1772328600000\n000102030405060708090a0b0c0d0e0f\n"
                            "6cc97294e8111ba508ef0053c2a5fc861a3a7ff60d3e0bad43d9ee0d89a35caf";
const QByteArray postHmac = "y//vnPjKpHp+qIQpJNMG4oMv/LexDxv1NvCWeu5/udA=";
const QByteArray getHmac = "r21RgwGL02Pkjs+alewGxuXuSejRBiwgG9YxFQJrpXk=";

HttpRequest post()
{
    return {.where = {},
            .verb = "POST",
            .url = QUrl(QStringLiteral("https://city.example/v1/cases")),
            .headers = {{"Content-Type", "application/json"}},
            .body = QStringLiteral(R"({"localNumber":"张-1"})").toUtf8()};
}

QHash<QByteArray, QByteArray> headersOf(const HttpRequest &request)
{
    QHash<QByteArray, QByteArray> out;
    for (const auto &[name, value] : request.headers)
        out.insert(name, value);
    return out;
}

// r | s as the SEQUENCE of two INTEGERs that OpenSSL reads.
QByteArray derOf(const QByteArray &signature)
{
    const auto integer = [](QByteArray number) {
        while (number.size() > 1 && number.at(0) == 0)
            number.remove(0, 1);
        if (static_cast<uchar>(number.at(0)) & 0x80)
            number.prepend('\0');
        return QByteArray("\x02") + static_cast<char>(number.size()) + number;
    };
    const QByteArray both = integer(signature.first(32)) + integer(signature.sliced(32));
    return QByteArray("\x30") + static_cast<char>(both.size()) + both;
}

} // namespace

class HttpSignerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void anotherProgramMakesTheSameHmac();
    void theQueryIsSorted();
    void anotherProgramVerifiesTheSignature();
    void aNonceIsUsedOnce();
    void everyRequestButTheTimeIsSigned();
    void eachPartOfAPageIsSignedAsItTravels();

private:
    [[nodiscard]] RequestSigner hmacSigner() const
    {
        return RequestSigner(crypto::keyFromBytes(QByteArray::fromHex("00112233445566778899aabbccddeeff")),
                             QStringLiteral("tongban"), QStringLiteral("K01"), m_clock, [] { return nonce; });
    }
    [[nodiscard]] bool opensslVerifies(const QByteArray &text, const QByteArray &signature);
    ManualClock m_clock{QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC)};
    City m_city;
};

void HttpSignerTest::anotherProgramMakesTheSameHmac()
{
    const auto message = hmacSigner().sign(post());
    QCOMPARE(message.nonce, nonce);
    const auto headers = headersOf(message.request);
    QCOMPARE(headers.value("Content-Type"), "application/json"); // what was there stays
    QCOMPARE(headers.value("X-App-Id"), "tongban");
    QCOMPARE(headers.value("X-Device-Id"), "K01");
    QCOMPARE(headers.value("X-Timestamp"), "1772328600000");
    QCOMPARE(headers.value("X-Nonce"), nonce);
    QCOMPARE(headers.value("X-Body-SM3"), postText.right(64));
    QCOMPARE(headers.value("X-Signature-Algorithm"), "HMAC-SM3");
    QCOMPARE(headers.value("X-Signature"), postHmac);
}

void HttpSignerTest::theQueryIsSorted()
{
    HttpRequest get{.where = {}, .verb = "GET", .url = {}, .headers = {}, .body = {}};
    get.url = QUrl::fromEncoded("https://city.example/v1/cases/changes?z=&cursor=9&cursor=1%2F2&a=2");
    QCOMPARE(sortedQuery(get.url), "a=2&cursor=1%2F2&cursor=9&z=");
    QCOMPARE(headersOf(hmacSigner().sign(get).request).value("X-Signature"), getHmac);
    // A name that is the beginning of another: by name first, not by the text with its "=".
    get.url = QUrl::fromEncoded("https://city.example/v1/x?a-b=1&a=2");
    QCOMPARE(sortedQuery(get.url), "a=2&a-b=1");
    get.url = QUrl::fromEncoded("https://city.example/v1/x");
    QCOMPARE(sortedQuery(get.url), "");
}

bool HttpSignerTest::opensslVerifies(const QByteArray &text, const QByteArray &signature)
{
    QTemporaryDir directory;
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(directory.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    return QProcess::execute(QStringLiteral("openssl"),
                             {QStringLiteral("pkeyutl"), QStringLiteral("-verify"), QStringLiteral("-rawin"),
                              QStringLiteral("-digest"), QStringLiteral("sm3"), QStringLiteral("-pubin"),
                              QStringLiteral("-pkeyopt"), QStringLiteral("distid:1234567812345678"),
                              QStringLiteral("-inkey"), m_city.file("device-K01-sm2.pub"), QStringLiteral("-in"),
                              write("text", text), QStringLiteral("-sigfile"), write("sig", derOf(signature))}) == 0;
}

void HttpSignerTest::anotherProgramVerifiesTheSignature()
{
    const auto access = prepareAccess(m_city.config(QUrl(QStringLiteral("https://city.example/v1"))));
    QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
    const RequestSigner signer(access->signingKey, access->appId, access->deviceId, m_clock, [] { return nonce; });
    const auto headers = headersOf(signer.sign(post()).request);
    QCOMPARE(headers.value("X-Signature-Algorithm"), "SM2-SM3");
    const QByteArray signature = QByteArray::fromBase64(headers.value("X-Signature"));
    QCOMPARE(signature.size(), 64);
    QVERIFY(opensslVerifies(postText, signature));
    QVERIFY(!opensslVerifies(postText + ' ', signature));
}

void HttpSignerTest::aNonceIsUsedOnce()
{
    const RequestSigner signer(crypto::randomKey(), QStringLiteral("tongban"), QStringLiteral("K01"), m_clock);
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(signer.sign(post()).nonce);
    QCOMPARE(seen.size(), 1000);
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{32}$"));
    QVERIFY(form.match(QString::fromLatin1(*seen.begin())).hasMatch());
}

void HttpSignerTest::everyRequestButTheTimeIsSigned()
{
    HttpRig rig(m_city);
    rig.server.script({json(200, R"({"cursor":"1","changes":[]})")});
    QVERIFY(await(rig.client->pullChanges(QStringLiteral("a/b"))));
    QCOMPARE(rig.server.timeQuestions().size(), 1);
    QVERIFY(!rig.server.timeQuestions().first().headers.contains("x-signature"));
    QCOMPARE(rig.server.signOnRequests().size(), 1);
    for (const SeenRequest &request : {rig.server.signOnRequests().first(), rig.server.seen().first()}) {
        const auto &headers = request.headers;
        const QByteArrayList target = request.target.split('?');
        const QByteArrayList text{request.verb,
                                  target.at(0),
                                  target.value(1),
                                  "tongban",
                                  "K01",
                                  headers.value("x-timestamp"),
                                  headers.value("x-nonce"),
                                  crypto::sm3(request.body).toHex()};
        QCOMPARE(headers.value("x-body-sm3"), text.last());
        QVERIFY(opensslVerifies(text.join('\n'), QByteArray::fromBase64(headers.value("x-signature"))));
    }
    QVERIFY(rig.server.seen().first().target.contains("cursor=a%2Fb"));
}

void HttpSignerTest::eachPartOfAPageIsSignedAsItTravels()
{
    HttpRig rig(m_city);
    const QByteArray page(1000, 'p');
    const auto took = [](int offset) { return empty(204, "Upload-Offset: " + QByteArray::number(offset) + "\r\n"); };
    rig.server.script({empty(201, "Location: /v1/uploads/a\r\n"),
                       empty(200, "Upload-Length: 1000\r\nUpload-Offset: 100\r\n"), took(600), took(1000)});
    QVERIFY(await(rig.client->uploadPage(QUuid::createUuid(), {}, page)));
    const auto &seen = rig.server.seen();
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen.at(2).headers.value("x-body-sm3"), crypto::sm3(page.mid(100)).toHex());
    QCOMPARE(seen.at(3).headers.value("x-body-sm3"), crypto::sm3(page.mid(600)).toHex());
}

QTEST_GUILESS_MAIN(HttpSignerTest)
#include "http_signer_test.moc"
