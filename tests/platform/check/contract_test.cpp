// SPDX-License-Identifier: GPL-3.0-or-later
// The whole walk of one case over the real wire, and what is outside the contract, on either side.
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tongban::tests::platform;

class ContractTest : public QObject
{
    Q_OBJECT

private:
    PlatformProcess m_process;

    [[nodiscard]] QJsonObject dumpOf(const std::string &caseId)
    {
        const QJsonArray all = m_process.cases().value_or(QJsonArray());
        for (const auto &entry : all) {
            if (entry.toObject().value(QLatin1String("caseId")).toString().toStdString() == caseId)
                return entry.toObject();
        }
        return {};
    }

    [[nodiscard]] std::string stored(const QJsonObject &file) const
    {
        QFile stored(QDir(m_process.directory() + QStringLiteral("/files"))
                         .filePath(file.value(QLatin1String("file")).toString()));
        return stored.open(QIODevice::ReadOnly) ? stored.readAll().toStdString() : std::string();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_process.start().has_value()); }

    void oneCaseFromCatalogueToAcceptance()
    {
        CityClient client(m_process);
        QCOMPARE(client.signOn().status, 201);
        QCOMPARE(client.send("GET", "/v1/catalog/snapshot").status, 200);
        const Page page{.material = "bankCard", .bytes = sampleBytes(70'000, 'b')};
        const Page signature{.material = "signature", .bytes = sampleBytes(900, 's')};
        const Json body = sampleCase({page}, signature.bytes);
        const WireAnswer created = client.createCase(body, newKey());
        QCOMPARE(created.status, 201);
        QCOMPARE(created.body["status"].get<std::string>(), std::string("created"));
        const std::string caseId = created.body["caseId"];
        const std::string cursor = client.changes().body["cursor"];
        QCOMPARE(client.upload(caseId, page).status, 204);
        QCOMPARE(client.upload(caseId, signature).status, 204);
        QVERIFY(client.changes(cursor).body["changes"].empty()); // an incomplete case is nobody's yet
        QCOMPARE(client.submit(caseId, 2, newKey()).body["status"].get<std::string>(), std::string("submitted"));

        const Json changes = client.changes(cursor).body["changes"];
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0]["status"] == "submitted" && changes[0]["projectNumber"].is_null());
        QVERIFY(changes[1]["status"] == "accepted" && changes[1]["localNumber"] == body["localNumber"]);
        QVERIFY(changes[1]["deviceCaseId"] == body["caseId"]);
        const std::string number = changes[1]["projectNumber"];
        QVERIFY2(number.size() == 18 && number.rfind("330782", 0) == 0, number.c_str());

        const QJsonObject dump = dumpOf(caseId);
        QCOMPARE(dump.value(QLatin1String("projectNumber")).toString().toStdString(), number);
        QCOMPARE(dump.value(QLatin1String("applicant")).toObject().value(QLatin1String("name")).toString(),
                 QStringLiteral("张秀英"));
        const QJsonObject file = dump.value(QLatin1String("materials"))[0][QLatin1String("pages")][0].toObject();
        QVERIFY(stored(file) == page.bytes);
        QVERIFY(stored(dump.value(QLatin1String("signature")).toObject()) == signature.bytes);
    }

    void theCatalogueIsNotSentTwice()
    {
        CityClient client(m_process);
        client.signOn();
        const WireAnswer first = client.send("GET", "/v1/catalog/snapshot");
        QCOMPARE(first.header("ETag"), "\"" + first.body["version"].get<std::string>() + "\"");
        const WireAnswer second =
            client.send("GET", "/v1/catalog/snapshot", {}, {{"If-None-Match", first.header("ETag")}});
        QCOMPARE(second.status, 304);
        QVERIFY(second.text.empty());
        QCOMPARE(client.send("GET", "/v1/catalog/snapshot", {}, {{"If-None-Match", "\"older\""}}).status, 200);
    }

    void aBadBodyIsRefusedByItsPointer_data()
    {
        QTest::addColumn<QString>("patch"); // RFC 6902
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const char *patch, const char *pointer) {
            QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromLatin1(pointer);
        };
        row("id number", R"([{"op":"replace","path":"/applicant/idNumber","value":"12"}])", "/applicant/idNumber: ");
        row("sex", R"([{"op":"replace","path":"/applicant/sex","value":"female"}])", "/applicant/sex: ");
        row("null where none belongs", R"([{"op":"replace","path":"/applicant/name","value":null}])",
            "/applicant/name: ");
        row("unknown member", R"([{"op":"add","path":"/applicant/phone","value":"1"}])", "/applicant");
        row("answer no text", R"([{"op":"replace","path":"/answers/bank","value":7}])", "/answers/bank: ");
        row("page", R"([{"op":"replace","path":"/materials/0/pages/0/bytes","value":0}])",
            "/materials/0/pages/0/bytes: ");
        row("digest", R"([{"op":"replace","path":"/materials/0/pages/0/sm3","value":"AB"}])",
            "/materials/0/pages/0/sm3: ");
        row("time with zone", R"([{"op":"replace","path":"/submittedAt","value":"2026-11-21T08:30:00+08:00"}])",
            "/submittedAt: ");
        row("page twice", R"([{"op":"copy","from":"/materials/0","path":"/materials/1"}])",
            "/materials/1/pages/0/index: ");
        row("reserved", R"([{"op":"replace","path":"/materials/0/key","value":"signature"}])", "/materials/0/key: ");
        row("missing", R"([{"op":"remove","path":"/signature"}])", "/: ");
    }

    void aBadBodyIsRefusedByItsPointer()
    {
        QFETCH(const QString, patch);
        QFETCH(const QString, pointer);
        CityClient client(m_process);
        client.signOn();
        Json body = sampleCase({{.material = "bankCard", .bytes = "x"}}, "y");
        body.patch_inplace(Json::parse(patch.toStdString()));
        const WireAnswer answer = client.createCase(body, newKey());
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), std::string("body_invalid"));
        QVERIFY2(answer.detail().rfind(pointer.toStdString(), 0) == 0, answer.detail().c_str());
        QVERIFY2(answer.text.find("张秀英") == std::string::npos, "a problem must not repeat what a person gave");
    }

    void whatIsNoRequestOfOurs()
    {
        CityClient client(m_process);
        client.signOn();
        const httplib::Headers key{{"Idempotency-Key", newKey()}};
        QCOMPARE(client.send("POST", "/v1/cases", "{\"localNumber\":", key).code(), std::string("body_not_json"));
        QCOMPARE(client.send("POST", "/v1/cases", "<case/>", key, "text/xml").code(), std::string("media_type"));
        QCOMPARE(client.send("POST", "/v1/cases", std::string(2'000'000, ' '), key).code(),
                 std::string("body_too_large"));
        QCOMPARE(client.send("GET", "/v1/nothing").code(), std::string("not_found"));
        QCOMPARE(client.send("DELETE", "/v1/cases").code(), std::string("method_not_allowed"));
        QCOMPARE(client.changes("tomorrow").code(), std::string("cursor_invalid"));
        QCOMPARE(client.changes().status, 200); // and the connection is still good
        QVERIFY(m_process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void anAnswerOutsideOurOwnContractIsA500()
    {
        QTemporaryDir items;
        QFile item(items.filePath(QStringLiteral("nameless.json")));
        QVERIFY(item.open(QIODevice::WriteOnly));
        item.write(R"({"code":"A","version":"1"})");
        item.close();
        PlatformOptions options;
        options.catalogueDirectory = items.path();
        PlatformProcess process(options);
        QVERIFY(process.start().has_value());
        CityClient client(process);
        client.signOn();
        const WireAnswer answer = client.send("GET", "/v1/catalog/snapshot");
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.code(), std::string("internal"));
        QVERIFY(process.counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().size() == 1);
        QVERIFY2(process.log().contains("/items/0"), process.log().constData());
    }

    void theCatalogueSurvivesABadFile()
    {
        QTemporaryDir items;
        const auto write = [&items](const char *name, const QByteArray &text) {
            QFile file(items.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write("a.json", R"({"code":"A","version":"1","name":"甲"})"));
        PlatformOptions options;
        options.catalogueDirectory = items.path();
        PlatformProcess process(options);
        QVERIFY(process.start().has_value());
        CityClient client(process);
        client.signOn();
        const Json first = client.send("GET", "/v1/catalog/snapshot").body;
        QVERIFY(write("b.json", R"({"code":"B",)"));
        QVERIFY(client.send("GET", "/v1/catalog/snapshot").body == first);
        QVERIFY(write("b.json", R"({"code":"B","version":"1","name":"乙"})"));
        const Json second = client.send("GET", "/v1/catalog/snapshot").body;
        QCOMPARE(second["items"].size(), std::size_t{2});
        QVERIFY(second["version"] != first["version"]);
        QVERIFY(QFile::remove(items.filePath(QStringLiteral("b.json"))));
        QVERIFY(client.send("GET", "/v1/catalog/snapshot").body == first); // the same items are the same version
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "contract_test.moc"
