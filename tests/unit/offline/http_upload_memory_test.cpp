// SPDX-License-Identifier: GPL-3.0-or-later
// Neither the line nor the disk is asked what is known: a page of one piece costs POST and PATCH, and no note.
#include "offline/platform/piece_size.h"
#include "tests/unit/offline/http_rig.h"

#include <QJsonObject>

using namespace tongban;
using namespace tongban::tests;

namespace {

const QUuid key = QUuid(QStringLiteral("0190d5c0-0000-7000-8000-000000000002"));
const QByteArray page = QByteArray(100'000, 'p');

Step created(const QByteArray &moreHeaders = {})
{
    return empty(201, "Tus-Resumable: 1.0.0\r\nLocation: /v1/uploads/a\r\n" + moreHeaders);
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

class HttpUploadMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_city.make()); }
    void theCreationTellsTheOffset_data();
    void theCreationTellsTheOffset();
    void anAnswerGivenAgainTellsAnOldOffset();
    void anImpossibleOffset();
    void onePieceIsNotNoted();
    void aSecondPieceIs();
    void aFailureIsNoted();

private:
    City m_city;
};

void HttpUploadMemoryTest::theCreationTellsTheOffset_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArrayList>("asked");
    QTest::newRow("nothing is there") << qint64(0) << QByteArrayList({"POST", "PATCH"});
    QTest::newRow("begun before") << qint64(60'000) << QByteArrayList({"POST", "PATCH"});
    QTest::newRow("all is there") << qint64(100'000) << QByteArrayList({"POST"});
}

void HttpUploadMemoryTest::theCreationTellsTheOffset()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArrayList, asked);
    HttpRig rig(m_city);
    rig.server.script({created("Upload-Offset: " + QByteArray::number(offset) + "\r\n"), took(100'000)});
    const auto answer = await(rig.client->uploadPage(key, {}, page));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(verbs(rig.server), asked);
    if (offset < page.size()) {
        QCOMPARE(rig.server.seen().last().headers.value("upload-offset"), QByteArray::number(offset));
        QCOMPARE(rig.server.seen().last().body.size(), page.size() - offset);
    }
}

void HttpUploadMemoryTest::anAnswerGivenAgainTellsAnOldOffset()
{
    HttpRig rig(m_city);
    rig.server.script({created("Upload-Offset: 0\r\nIdempotent-Replayed: true\r\n"),
                       empty(200, "Upload-Length: 100000\r\nUpload-Offset: 60000\r\n"), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, {}, page)));
    QCOMPARE(verbs(rig.server), QByteArrayList({"POST", "HEAD", "PATCH"}));
    QCOMPARE(rig.server.seen().last().body.size(), 40'000);
}

void HttpUploadMemoryTest::anImpossibleOffset()
{
    for (const char *offset : {"100001", "-1", "many"}) {
        HttpRig rig(m_city);
        rig.server.script({created(QByteArray("Upload-Offset: ") + offset + "\r\n")});
        QVERIFY(failedWith(await(rig.client->uploadPage(key, {}, page)), ErrorKind::PlatformBadAnswer));
        QCOMPARE(verbs(rig.server), QByteArrayList({"POST"}));
    }
}

void HttpUploadMemoryTest::onePieceIsNotNoted()
{
    HttpRig rig(m_city);
    rig.server.script({created("Upload-Offset: 0\r\n"), took(100'000)});
    QVERIFY(await(rig.client->uploadPage(key, {}, page)));
    QVERIFY(!rig.urls->contains(key)); // neither written nor erased
}

void HttpUploadMemoryTest::aSecondPieceIs()
{
    HttpRig rig(m_city);
    const qint64 first = offline::platform::PieceSize::first;
    const QByteArray large(first + 1, 'p');
    QString noted;
    rig.server.script({created("Upload-Offset: 0\r\n"), took(first), madeFrom([&](const SeenRequest &) {
                           noted = rig.urls->value(key);
                           return took(first + 1);
                       })});
    QVERIFY(await(rig.client->uploadPage(key, {}, large)));
    QVERIFY(noted.endsWith(QStringLiteral("/v1/uploads/a")));
    QVERIFY(rig.urls->value(key).isEmpty()); // and nothing is remembered of what is done
}

void HttpUploadMemoryTest::aFailureIsNoted()
{
    HttpRig rig(m_city);
    rig.server.script({created("Upload-Offset: 0\r\n"), problem(503, "busy", true)});
    QVERIFY(failedWith(await(rig.client->uploadPage(key, {}, page)), ErrorKind::PlatformBusy));
    QVERIFY(rig.urls->value(key).endsWith(QStringLiteral("/v1/uploads/a")));
}

QTEST_GUILESS_MAIN(HttpUploadMemoryTest)
#include "http_upload_memory_test.moc"
