// SPDX-License-Identifier: GPL-3.0-or-later
// Pages over a bad line: tus 1.0.
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"

#include <QFile>
#include <QTest>

using namespace tongban::tests::platform;

class UploadTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;
    std::string m_caseId;
    const Page m_page{.material = "bankCard", .bytes = sampleBytes(200'000, 'p')};

    [[nodiscard]] std::size_t arrived(CityClient &client, const std::string &location)
    {
        const std::string offset = client.offset(location).header("Upload-Offset");
        return offset.empty() ? 0 : std::stoul(offset);
    }

    // A fresh case with one announced page; the address to send it to.
    [[nodiscard]] std::string begin(CityClient &client)
    {
        client.signOn();
        m_caseId = client.createCase(sampleCase({m_page}), newKey()).body.value("caseId", "");
        return client.createUpload(m_caseId, m_page, newKey()).header("Location");
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }
    void cleanup() { QVERIFY(m_process.clearFaults().has_value()); }

    void itSaysWhatItCan()
    {
        CityClient client(m_process);
        const WireAnswer answer = client.send("OPTIONS", "/v1/uploads");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("Tus-Extension"), std::string("creation,checksum,termination"));
        QCOMPARE(answer.header("Tus-Checksum-Algorithm"), std::string("sha1,sha256"));
        QCOMPARE(answer.header("Tus-Version"), std::string("1.0.0"));
    }

    void aCutPatchIsResumed()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        client.patchAndCut(location, m_page.bytes, 123'456);
        // HEAD may overtake bytes that are still on their way through the cut connection.
        QTRY_COMPARE(arrived(client, location), std::size_t{123'456});
        QCOMPARE(client.submit(m_caseId, 1, newKey()).code(), std::string("pages_missing"));
        QCOMPARE(client.patch(location, 123'456, m_page.bytes.substr(123'456)).status, 204);
        QCOMPARE(arrived(client, location), m_page.bytes.size());
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void aLineThatBreaksAtTheCitysEndIsResumed()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QVERIFY(m_process
                    .planOne(QStringLiteral("PATCH /v1/uploads/*"), QStringLiteral("drop"),
                             {{QStringLiteral("afterBytes"), 50'000}})
                    .has_value());
        QCOMPARE(client.patch(location, 0, m_page.bytes).status, 0);
        QCOMPARE(arrived(client, location), std::size_t{50'000});
        QCOMPARE(client.patch(location, 50'000, m_page.bytes.substr(50'000)).status, 204);
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void whatArrivedSurvivesThePlatformsPowerCut()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        client.patchAndCut(location, m_page.bytes, 65'536);
        QTRY_COMPARE(arrived(client, location), std::size_t{65'536});
        m_process.kill();
        QVERIFY(m_process.start().has_value());
        client.signOn();
        QCOMPARE(arrived(client, location), std::size_t{65'536});
        QCOMPARE(client.patch(location, 65'536, m_page.bytes.substr(65'536)).status, 204);
    }

    void aLostAnswerToTheLastByteIsNoLoss()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QVERIFY(m_process.planOne(QStringLiteral("PATCH /v1/uploads/*"), QStringLiteral("loseAnswer")).has_value());
        QCOMPARE(client.patch(location, 0, m_page.bytes).status, 0);
        const WireAnswer offset = client.offset(location);
        QCOMPARE(offset.header("Upload-Offset"), offset.header("Upload-Length"));
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void wrongBytesAreDropped()
    {
        CityClient client(m_process);
        client.signOn();
        m_caseId = client.createCase(sampleCase({m_page}), newKey()).body.value("caseId", "");
        const std::string key = newKey();
        const std::string location = client.createUpload(m_caseId, m_page, key).header("Location");
        std::string damaged = m_page.bytes;
        damaged[damaged.size() / 2] ^= 1;
        const WireAnswer answer = client.patch(location, 0, damaged);
        QCOMPARE(answer.status, 460);
        QCOMPARE(answer.code(), std::string("digest_mismatch"));
        QCOMPARE(client.offset(location).status, 404);
        QCOMPARE(client.submit(m_caseId, 1, newKey()).code(), std::string("pages_missing"));
        const WireAnswer anew = client.createUpload(m_caseId, m_page, key); // the old address does not come again
        QCOMPARE(anew.status, 201);
        QVERIFY(anew.header("Location") != location);
        QCOMPARE(client.patch(anew.header("Location"), 0, m_page.bytes).status, 204);
        QCOMPARE(client.submit(m_caseId, 1, newKey()).status, 200);
    }

    void theOffsetMustBeTheOneWhereItStands()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 7, m_page.bytes.substr(7)).code(), std::string("offset_conflict"));
        QCOMPARE(arrived(client, location), std::size_t{0});
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 1000)).header("Upload-Offset"), std::string("1000"));
        QCOMPARE(client.patch(location, 0, m_page.bytes).status, 409);
        QCOMPARE(client.patch(location, 1000, m_page.bytes).code(), std::string("upload_too_large"));
    }

    void onlyAnnouncedPagesComeIn()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QVERIFY(!location.empty());
        const Page unknown{.material = "photo", .bytes = m_page.bytes};
        QCOMPARE(client.createUpload(m_caseId, unknown, newKey()).code(), std::string("page_not_announced"));
        const Page other{.material = "bankCard", .bytes = sampleBytes(200'000, 'q')};
        QCOMPARE(client.createUpload(m_caseId, other, newKey()).code(), std::string("page_not_announced"));
        QCOMPARE(client.createUpload(newKey(), m_page, newKey()).code(), std::string("case_unknown"));
        const httplib::Headers poor{
            {"Idempotency-Key", newKey()}, {"Upload-Length", "5"}, {"Upload-Metadata", "caseId " + toBase64(m_caseId)}};
        QCOMPARE(client.send("POST", "/v1/uploads", {}, poor).detail(), std::string("material is missing"));
    }

    void aPageBegunBeforeGoesOn()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        QCOMPARE(client.patch(location, 0, m_page.bytes.substr(0, 1000)).status, 204);
        const WireAnswer again = client.createUpload(m_caseId, m_page, newKey());
        QCOMPARE(again.header("Location"), location);
        QCOMPARE(again.header("Upload-Offset"), std::string("1000"));
        QCOMPARE(arrived(client, location), std::size_t{1000});
    }

    void theCreationTellsTheOffsetUnlessItIsAnOldAnswer()
    {
        CityClient client(m_process);
        client.signOn();
        m_caseId = client.createCase(sampleCase({m_page}), newKey()).body.value("caseId", "");
        const std::string key = newKey();
        const WireAnswer fresh = client.createUpload(m_caseId, m_page, key);
        QCOMPARE(fresh.header("Upload-Offset"), std::string("0"));
        QCOMPARE(client.patch(fresh.header("Location"), 0, m_page.bytes).status, 204);
        const WireAnswer replayed = client.createUpload(m_caseId, m_page, key);
        QCOMPARE(replayed.header("Idempotent-Replayed"), std::string("true"));
        QCOMPARE(replayed.header("Upload-Offset"), std::string());
        QCOMPARE(client.createUpload(m_caseId, m_page, newKey()).header("Upload-Offset"),
                 std::to_string(m_page.bytes.size()));
    }

    void anotherVersionOfTusIsNotSpoken()
    {
        CityClient client(m_process);
        const std::string location = begin(client);
        const WireAnswer answer = client.send("HEAD", location, {}, {{"Tus-Resumable", "0.2.2"}});
        QCOMPARE(answer.status, 412);
        QCOMPARE(answer.header("Tus-Version"), std::string("1.0.0"));
        const WireAnswer typed =
            client.send("PATCH", location, m_page.bytes, {{"Upload-Offset", "0"}}, "application/octet-stream");
        QCOMPARE(typed.code(), std::string("media_type"));
        QCOMPARE(arrived(client, location), std::size_t{0}); // and the refused body was not taken for a request
    }
};

QTEST_GUILESS_MAIN(UploadTest)
#include "upload_test.moc"
