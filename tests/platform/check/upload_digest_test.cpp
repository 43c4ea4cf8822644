// SPDX-License-Identifier: GPL-3.0-or-later
// The same page never travels twice, a damaged piece is not kept, thumbnails go ahead, an upload can be given up.
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"

#include <QFile>
#include <QTest>

using namespace tongban::tests::platform;

class UploadDigestTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    std::string m_caseId;
    const Page m_page{.material = "bankCard", .bytes = sampleBytes(90'000, 'p')};

    [[nodiscard]] std::string begin(CityClient &client)
    {
        client.signOn();
        m_caseId = client.createCase(sampleCase({m_page}), newKey()).body.value("caseId", "");
        return client.createUpload(m_caseId, m_page, newKey()).header("Location");
    }
    [[nodiscard]] static httplib::Headers checksum(const char *name, const char *botan, const std::string &bytes)
    {
        RunningDigest digest(botan);
        digest.update(bytes.data(), bytes.size());
        return {{"Upload-Checksum", std::string(name) + " " + toBase64(digest.finish())}};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }

    void rightChecksumsAreTaken()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        const std::string first = m_page.bytes.substr(0, 40'000);
        const std::string second = m_page.bytes.substr(40'000);
        QCOMPARE(client.patch(location, 0, first, checksum("sha256", "SHA-256", first)).status, 204);
        QCOMPARE(client.patch(location, first.size(), second, checksum("sha1", "SHA-1", second)).status, 204);
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void ofAWrongPieceNothingIsKept()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 1000)).status, 204);
        const auto announced = checksum("sha256", "SHA-256", m_page.bytes.substr(1000));
        std::string damaged = m_page.bytes.substr(1000);
        damaged[5000] ^= 1;
        const WireAnswer answer = client.patch(location, 1000, damaged, announced);
        QCOMPARE(answer.status, 460);
        QCOMPARE(answer.code(), std::string("checksum_mismatch"));
        QCOMPARE(client.offset(location).header("Upload-Offset"), std::string("1000")); // the upload stands
        QCOMPARE(client.patch(location, 1000, m_page.bytes.substr(1000), announced).status, 204);
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void aBodyThatIsNotTheSignedOneIsNotKept()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        httplib::Headers headers = client.signedHeaders("PATCH", location, m_page.bytes);
        std::string other = m_page.bytes;
        other[7] ^= 1;
        QCOMPARE(client.patch(location, 0, other, headers).code(), std::string("signature_wrong"));
        QCOMPARE(client.offset(location).header("Upload-Offset"), std::string("0"));
    }

    void anotherChecksumIsNotSpoken()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 0, "abc", {{"Upload-Checksum", "md5 kAFQmDzST7DWlj99KOF/cg=="}}).code(),
                 std::string("checksum_unsupported"));
        QCOMPARE(client.patch(location, 0, "abc", {{"Upload-Checksum", "sha256"}}).code(),
                 std::string("request_invalid"));
        QCOMPARE(client.offset(location).header("Upload-Offset"), std::string("0"));
    }

    void thePageThatIsHereIsNotSentAgain()
    {
        CityClient client(m_process);
        client.signOn();
        const Page twin{.material = "bankCard", .index = 2, .bytes = m_page.bytes};
        Json body = sampleCase({m_page});
        Json second = fileFacts(twin.bytes);
        second["index"] = 2;
        body["materials"][0]["pages"].push_back(second);
        const std::string caseId = client.createCase(body, newKey()).body.value("caseId", "");
        const std::string early = client.createUpload(caseId, twin, newKey()).header("Location");
        QCOMPARE(client.offset(early).header("Upload-Offset"), std::string("0")); // nothing is here yet
        QCOMPARE(client.send("DELETE", early).status, 204);
        QCOMPARE(client.upload(caseId, m_page).status, 204);
        const std::string location = client.createUpload(caseId, twin, newKey()).header("Location");
        const WireAnswer offset = client.offset(location);
        QCOMPARE(offset.header("Upload-Offset"), std::to_string(m_page.bytes.size()));
        QCOMPARE(client.submit(caseId, 2, newKey()).status, 200);
        const QJsonArray cases = m_process.cases().value_or(QJsonArray());
        const QJsonValue pages = cases.last()[QLatin1String("materials")][0][QLatin1String("pages")];
        for (const int page : {0, 1}) {
            QFile file(m_process.directory() + QStringLiteral("/files/") +
                       pages[page][QLatin1String("file")].toString());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().toStdString() == m_page.bytes);
        }
    }

    void anotherCaseSendsItsOwn() // content is shared within a case only: erasing one must not touch another
    {
        CityClient client(m_process);
        const std::string first = begin(client);
        QCOMPARE(client.patch(first, 0, m_page.bytes).status, 204);
        const std::string second = begin(client);
        QCOMPARE(client.offset(second).header("Upload-Offset"), std::string("0"));
    }

    void thumbnailsGoAheadAndNobodyWaitsForThem()
    {
        CityClient client(m_process);
        client.signOn();
        const Page small{.material = "bankCard", .bytes = sampleBytes(3000, 't')};
        Json body = sampleCase({m_page});
        body["materials"][0]["pages"][0]["thumbnail"] = fileFacts(small.bytes);
        const std::string caseId = client.createCase(body, newKey()).body.value("caseId", "");
        const std::string location = client.createUpload(caseId, small, newKey(), "thumbnail").header("Location");
        QCOMPARE(client.patch(location, 0, small.bytes).status, 204);
        QCOMPARE(client.submit(caseId, 1, newKey()).code(),
                 std::string("pages_missing")); // the page itself has not come
        QCOMPARE(client.upload(caseId, m_page).status, 204);
        QCOMPARE(client.submit(caseId, 1, newKey()).status, 200);
        const QJsonValue page =
            m_process.cases().value_or(QJsonArray()).last()[QLatin1String("materials")][0][QLatin1String("pages")][0];
        QVERIFY(page[QLatin1String("thumbnail")][QLatin1String("file")].toString().endsWith(
            QLatin1String("-thumbnail.jpg")));

        const std::string alone = client.createCase(sampleCase({m_page}), newKey()).body.value("caseId", "");
        QCOMPARE(client.createUpload(alone, small, newKey(), "thumbnail").code(), std::string("page_not_announced"));
        QCOMPARE(client.createUpload(alone, m_page, newKey(), "cover").code(), std::string("metadata_invalid"));
        QCOMPARE(client.createUpload(alone, m_page, newKey(), "page").status, 201);
    }

    void aGivenUpUploadIsGone()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 500)).status, 204);
        QCOMPARE(client.send("DELETE", location).status, 204);
        QCOMPARE(client.offset(location).status, 404);
        QCOMPARE(client.send("DELETE", location).code(), std::string("upload_unknown"));
        const std::string anew = client.createUpload(m_caseId, m_page, newKey()).header("Location");
        QVERIFY(anew != location);
        QCOMPARE(client.patch(anew, 0, m_page.bytes).status, 204);
        QCOMPARE(client.send("DELETE", anew).status, 204); // of a complete page the page stays
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void everyByteOfAnUploadIsCounted()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 500)).status, 204);
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 500)).status, 409); // for nothing
        QCOMPARE(client.patch(location, 500, m_page.bytes.substr(500)).status, 204);
        const QJsonObject counters = m_process.counters().value_or(QJsonObject());
        const QString upload = QString::fromStdString(location).section(QLatin1Char('/'), -1);
        QCOMPARE(counters.value(QLatin1String("uploadBytes"))[upload].toInt(), 90'500);
        QVERIFY(counters.value(QLatin1String("violations")).toObject().isEmpty());
    }
};

QTEST_GUILESS_MAIN(UploadDigestTest)
#include "upload_digest_test.moc"
