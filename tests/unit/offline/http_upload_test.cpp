// SPDX-License-Identifier: GPL-3.0-or-later
// One page by tus, against every way in which an upload can go wrong; bytes of bodies are counted.
#include "tests/unit/offline/http_rig.h"

#include <QJsonObject>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

const QUuid key = QUuid(QStringLiteral("0190d5c0-0000-7000-8000-000000000002"));
const QByteArray page = QByteArray(100'000, 'p');
const QJsonObject metadata{{QStringLiteral("caseId"), QStringLiteral("P-1")}, {QStringLiteral("page"), 3}};

Step located(const char *path)
{
    return empty(201, QByteArray("Tus-Resumable: 1.0.0\r\nLocation: ") + path + "\r\n");
}
Step at(qint64 offset)
{
    return empty(200, "Upload-Length: 100000\r\nUpload-Offset: " + QByteArray::number(offset) + "\r\n");
}
Step took(qint64 offset)
{
    return empty(204, "Upload-Offset: " + QByteArray::number(offset) + "\r\n");
}
QByteArrayList verbs(const ScriptedServer &server)
{
    QByteArrayList out;
    for (const SeenRequest &request : server.seen())
        out.append(request.verb);
    return out;
}

} // namespace

class HttpUploadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void onePage();
    void goesOnWhereItWasCut();
    void whatIsWholeIsNotSentAgain();
    void goneIsCreatedAnewUnderADerivedKey();
    void goneInTheMiddle();
    void goneTwiceWaits();
    void begunElsewhereIsBegunAnewHere();
    void checksumsOnlyWhereTheyAreListed_data();
    void checksumsOnlyWhereTheyAreListed();
    void aDamagedPieceIsSentAgainFromTheSameOffset();
    void aDroppedUploadIsBegunAnewOnce();
    void whatTheCityHasAlreadyIsNotSent();
    void takenInParts();
    void anAnswerToHeadHasNoBody_data();
    void anAnswerToHeadHasNoBody();
    void outcomes_data();
    void outcomes();

private:
    City m_city;
};

void HttpUploadTest::onePage()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(0), took(100'000)});
    const auto answer = await(rig.client->uploadPage(key, metadata, page));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->value(QStringLiteral("bytes")).toInt(), 100'000);
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH"}));
    const SeenRequest &post = rig.server.seen().at(0);
    QCOMPARE(post.headers.value("upload-metadata"),
             "caseId " + QByteArray("P-1").toBase64() + ",page " + QByteArray("3").toBase64());
    QCOMPARE(post.headers.value("upload-length"), "100000");
    QCOMPARE(post.headers.value("tus-resumable"), "1.0.0");
    QCOMPARE(post.headers.value("content-length"), "0");
    QCOMPARE(post.headers.value("idempotency-key"), key.toByteArray(QUuid::WithoutBraces));
    const SeenRequest &patch = rig.server.seen().at(2);
    QCOMPARE(patch.target, "/v1/uploads/a");
    QCOMPARE(patch.headers.value("content-type"), "application/offset+octet-stream");
    QCOMPARE(patch.headers.value("upload-offset"), "0");
    QCOMPARE(patch.body, page);
    QVERIFY(rig.urls->value(key).isEmpty()); // nothing is remembered of what is done
}

void HttpUploadTest::goesOnWhereItWasCut()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(0), {.answer = {}, .cutAfterBodyBytes = 60'000}});
    QVERIFY(failedWith(await(rig.client->uploadPage(key, metadata, page)), ErrorKind::PlatformUnreachable));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH"})); // one attempt
    QVERIFY(rig.urls->value(key).endsWith(QStringLiteral("/v1/uploads/a")));

    rig.server.script({at(60'000), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server).sliced(3), QByteArrayList({"HEAD", "PATCH"}));
    QCOMPARE(rig.server.seen().last().headers.value("upload-offset"), "60000");
    QCOMPARE(rig.server.seen().last().body.size(), 40'000);
}

void HttpUploadTest::whatIsWholeIsNotSentAgain()
{
    HttpRig rig(m_city);
    rig.urls->insert(key, rig.server.base().toString() + QStringLiteral("/uploads/a"));
    rig.server.script({at(100'000)}); // the answer to the last PATCH was lost
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"HEAD"}));
}

void HttpUploadTest::goneIsCreatedAnewUnderADerivedKey()
{
    HttpRig rig(m_city);
    rig.urls->insert(key, rig.server.base().toString() + QStringLiteral("/uploads/a"));
    rig.server.script(
        {empty(404), {.answer = {}, .cutAfterBodyBytes = 0}}); // and the answer to the second creation is lost
    QVERIFY(failedWith(await(rig.client->uploadPage(key, metadata, page)), ErrorKind::PlatformUnreachable));
    rig.server.script({empty(410), located("/v1/uploads/b"), at(0), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"HEAD", "POST", "HEAD", "POST", "HEAD", "PATCH"}));
    const QByteArray first = rig.server.seen().at(1).headers.value("idempotency-key");
    QCOMPARE(rig.server.seen().at(3).headers.value("idempotency-key"), first);
    QVERIFY(first != key.toByteArray(QUuid::WithoutBraces));
    QCOMPARE(rig.server.seen().last().target, "/v1/uploads/b");
}

void HttpUploadTest::goneInTheMiddle()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(0), problem(404, "upload_unknown"), located("/v1/uploads/b"), at(0),
                       took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH", "POST", "HEAD", "PATCH"}));
}

void HttpUploadTest::goneTwiceWaits()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), empty(404), located("/v1/uploads/b"), empty(404)});
    QVERIFY(failedWith(await(rig.client->uploadPage(key, metadata, page)), ErrorKind::PlatformBadAnswer));
    QCOMPARE(rig.server.seen().size(), 4);
}

void HttpUploadTest::begunElsewhereIsBegunAnewHere()
{
    HttpRig rig(m_city);
    rig.urls->insert(key, QStringLiteral("https://127.0.0.1:1/v1/uploads/a"));
    rig.server.script({located("/v1/uploads/b"), at(0), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH"}));
    QVERIFY(rig.server.seen().first().headers.value("idempotency-key") != key.toByteArray(QUuid::WithoutBraces));
}

void HttpUploadTest::checksumsOnlyWhereTheyAreListed_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("sent");
    QTest::newRow("listed") << QByteArray("Tus-Extension: creation,checksum\r\nTus-Checksum-Algorithm: sha1,sha256\r\n")
                            << true;
    QTest::newRow("spaces") << QByteArray(
                                   "Tus-Extension: creation, checksum\r\nTus-Checksum-Algorithm: sha1, sha256\r\n")
                            << true;
    QTest::newRow("no extension") << QByteArray("Tus-Extension: creation\r\nTus-Checksum-Algorithm: sha256\r\n")
                                  << false;
    QTest::newRow("another algorithm") << QByteArray("Tus-Extension: checksum\r\nTus-Checksum-Algorithm: md5\r\n")
                                       << false;
    QTest::newRow("nothing said") << QByteArray() << false;
}

void HttpUploadTest::checksumsOnlyWhereTheyAreListed()
{
    QFETCH(QByteArray, headers);
    QFETCH(bool, sent);
    HttpRig rig(m_city);
    rig.server.scriptCapabilities(empty(204, headers));
    for (int i = 0; i < 2; ++i) {
        rig.server.script({located("/v1/uploads/a"), at(0), took(100'000)});
        QVERIFY(await(rig.client->uploadPage(QUuid::createUuid(), metadata, page)));
        const auto &patch = rig.server.seen().last();
        // "openssl dgst -sha256 -binary | base64" over 100,000 times "p"
        const QByteArray checksum = "sha256 2riaRp04Yj+m47kwFHUY9z509ndWPSac5Gg+BClicJ0=";
        QCOMPARE(patch.headers.value("upload-checksum"), sent ? checksum : QByteArray());
    }
    QCOMPARE(rig.server.capabilityQuestions(), 1); // once per session
}

void HttpUploadTest::aDamagedPieceIsSentAgainFromTheSameOffset()
{
    HttpRig rig(m_city);
    rig.server.script(
        {located("/v1/uploads/a"), at(40'000), problem(460, "checksum_mismatch"), at(40'000), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH", "HEAD", "PATCH"}));
    QCOMPARE(rig.server.seen().at(2).body, rig.server.seen().at(4).body);
    QCOMPARE(rig.server.seen().last().headers.value("upload-offset"), "40000");
}

void HttpUploadTest::aDroppedUploadIsBegunAnewOnce()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(0), problem(460, "digest_mismatch"), empty(404),
                       located("/v1/uploads/b"), at(0), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QVERIFY(rig.server.seen().at(4).headers.value("idempotency-key") != key.toByteArray(QUuid::WithoutBraces));

    rig.server.script({located("/v1/uploads/c"), at(0), problem(460, "digest_mismatch"), empty(404),
                       located("/v1/uploads/d"), at(0), problem(460, "digest_mismatch"), empty(404)});
    const auto outcome = await(rig.client->uploadPage(QUuid::createUuid(), metadata, page));
    QVERIFY(failedWith(outcome, ErrorKind::PlatformBadAnswer)); // it is the page that is wrong, or the city
}

// Content-addressed: the city says of a creation that all of it is there.
void HttpUploadTest::whatTheCityHasAlreadyIsNotSent()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD"}));
    QCOMPARE(rig.client->pageBytesSent(), 0);
}

void HttpUploadTest::takenInParts()
{
    HttpRig rig(m_city);
    rig.server.script({located("/v1/uploads/a"), at(0), took(30'000), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, metadata, page)));
    QCOMPARE(rig.server.seen().last().headers.value("upload-offset"), "30000");
    QCOMPARE(rig.server.seen().last().body.size(), 70'000);
}

// RFC 9110, 9.3.2: its length may be missing, or be that of a body which does not follow.
void HttpUploadTest::anAnswerToHeadHasNoBody_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("no length") << QByteArray();
    QTest::newRow("that of another answer") << QByteArray("Content-Length: 3210\r\n");
}

void HttpUploadTest::anAnswerToHeadHasNoBody()
{
    QFETCH(QByteArray, length);
    HttpRig rig(m_city, {.transferTimeout = 3s});
    Step offset = at(0);
    offset.answer.replace("Content-Length: 0\r\n", length);
    rig.server.script({located("/v1/uploads/a"), offset, took(100'000)});
    const auto answer = await(rig.client->uploadPage(key, metadata, page));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(rig.server.connections(), 1); // and the connection is kept
}

void HttpUploadTest::outcomes_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<ErrorKind>("kind");
    const Step here = located("/v1/uploads/a");
    const auto row = [](const char *name, const QList<Step> &steps, ErrorKind kind) {
        QTest::newRow(name) << steps << kind;
    };
    row("page not announced", {problem(422, "page_not_announced")}, ErrorKind::PlatformRefused);
    row("no Location", {empty(201)}, ErrorKind::PlatformBadAnswer);
    row("Location elsewhere", {located("https://elsewhere.example/u/1")}, ErrorKind::PlatformBadAnswer);
    row("Location in clear", {located("http://127.0.0.1/u/1")}, ErrorKind::PlatformBadAnswer);
    row("no offset", {here, empty(200, "Upload-Length: 100000\r\n")}, ErrorKind::PlatformBadAnswer);
    row("another length", {here, empty(200, "Upload-Length: 5\r\nUpload-Offset: 0\r\n")}, ErrorKind::PlatformBadAnswer);
    row("offset beyond", {here, at(100'001)}, ErrorKind::PlatformBadAnswer);
    row("HEAD refused", {here, empty(403)}, ErrorKind::PlatformBadAnswer);
    row("HEAD busy", {here, empty(503)}, ErrorKind::PlatformBusy);
    row("locked", {here, at(0), problem(423, "locked")}, ErrorKind::PlatformBusy);
    row("offset conflict", {here, at(0), problem(409, "offset_conflict")}, ErrorKind::PlatformBadAnswer);
    const Step damaged = problem(460, "checksum_mismatch");
    row("damaged thrice", {here, at(0), damaged, at(0), damaged, at(0), damaged}, ErrorKind::PlatformBadAnswer);
    row("does not grow", {here, at(10), took(10)}, ErrorKind::PlatformBadAnswer);
    row("too large", {here, at(0), problem(413, "upload_too_large")}, ErrorKind::PlatformRefused);
}

void HttpUploadTest::outcomes()
{
    QFETCH(QList<Step>, steps);
    QFETCH(ErrorKind, kind);
    HttpRig rig(m_city);
    rig.server.script(steps);
    const auto outcome = await(rig.client->uploadPage(key, metadata, page));
    QVERIFY(!outcome);
    QCOMPARE(nameOf(outcome.error().kind), nameOf(kind));
    QCOMPARE(rig.server.seen().size(), steps.size());
}

QTEST_GUILESS_MAIN(HttpUploadTest)
#include "http_upload_test.moc"
