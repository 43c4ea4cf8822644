// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue's signed manifest, and the way from an old catalogue to the present one.
#include "tests/platform/check/botan_sm2.h"
#include "tests/platform/check/city_client.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/trust/canonical_json.h"
#include "tests/platform/trust/signed_text.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace tongban::tests::platform;

class CatalogueTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_items;
    std::unique_ptr<PlatformProcess> m_process;

    [[nodiscard]] bool offer(const char *code, const char *name)
    {
        QFile file(m_items.filePath(QLatin1String(code) + QLatin1String(".json")));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
               file.write(QByteArray::fromStdString(Json{{"code", code}, {"version", "1"}, {"name", name}}.dump())) > 0;
    }
    [[nodiscard]] bool withdraw(const char *code)
    {
        return QFile::remove(m_items.filePath(QLatin1String(code) + QLatin1String(".json")));
    }

    [[nodiscard]] Json snapshot(CityClient &client) { return client.send("GET", "/v1/catalog/snapshot").body; }
    [[nodiscard]] WireAnswer changes(CityClient &client, const std::string &cursor)
    {
        return client.send("GET", "/v1/catalog/changes?cursor=" + cursor);
    }
    [[nodiscard]] bool isSigned(const Json &manifest)
    {
        return botanVerifies(readAll(m_process->cityKeyFile().toStdString()),
                             trust::manifestText(manifest["version"], manifest["asOf"], manifest["entries"]),
                             manifest["signature"]);
    }
    // As a terminal must: do these items make exactly this manifest?
    [[nodiscard]] static bool makes(const std::map<std::string, Json> &items, const Json &manifest)
    {
        Json entries = Json::array();
        for (const auto &[code, item] : items)
            entries.push_back(
                {{"code", code}, {"version", item["version"]}, {"sm3", sm3Hex(trust::canonicalJson(item))}});
        return entries == manifest["entries"];
    }
    [[nodiscard]] static std::map<std::string, Json> itemsOf(const Json &list)
    {
        std::map<std::string, Json> items;
        for (const Json &item : list)
            items[item["code"]] = item;
        return items;
    }

private Q_SLOTS:
    void init()
    {
        for (const char *code : {"b", "a", "c"})
            QVERIFY(offer(code, "事项"));
        PlatformOptions options;
        options.catalogueDirectory = m_items.path();
        m_process = std::make_unique<PlatformProcess>(options);
        QVERIFY(m_process->start().has_value());
    }
    void cleanup()
    {
        QVERIFY(m_process->counters().value_or(QJsonObject()).value(QLatin1String("violations")).toObject().isEmpty());
    }

    void theDigestIsThatOfTheCanonicalItem()
    {
        CityClient client(*m_process);
        client.signOn();
        const Json whole = snapshot(client);
        // printf '%s' '{"code":"a","name":"事项","version":"1"}' | openssl dgst -sm3
        QCOMPARE(whole["manifest"]["entries"][0].value("sm3", ""),
                 std::string("36524bb4e42216cfc69474b1f1ad08efd1b261eaca5329a454cfe30a9e70bd07"));
        QVERIFY(isSigned(whole["manifest"]));
        QVERIFY(makes(itemsOf(whole["items"]), whole["manifest"]));
        QVERIFY(whole["manifest"]["version"] == whole["version"] && whole["manifest"]["asOf"] == whole["asOf"]);
    }

    void aDifferenceLeadsToThePresent()
    {
        CityClient client(*m_process);
        client.signOn();
        const Json old = snapshot(client);
        const Json nothing = changes(client, old["cursor"]).body;
        QVERIFY(nothing["upserts"].empty() && nothing["tombstones"].empty() && nothing["manifest"] == old["manifest"]);

        QVERIFY(offer("b", "改了名的事项") && offer("d", "新事项") && withdraw("c"));
        const Json change = changes(client, old["cursor"]).body;
        QCOMPARE(change["upserts"].size(), std::size_t{2});
        QVERIFY(change["tombstones"] == Json::array({"c"}));
        QVERIFY(isSigned(change["manifest"]) && change["manifest"]["version"] != old["version"]);
        auto items = itemsOf(old["items"]);
        for (const Json &item : change["upserts"])
            items[item["code"]] = item;
        for (const Json &code : change["tombstones"])
            items.erase(code.get<std::string>());
        QVERIFY(makes(items, change["manifest"]));
        QVERIFY(changes(client, change["cursor"]).body["upserts"].empty());
    }

    void whoSleptTooLongTakesTheWhole()
    {
        CityClient client(*m_process);
        client.signOn();
        const Json old = snapshot(client);
        QCOMPARE(changes(client, "never-was").code(), std::string("cursor_gone"));
        QCOMPARE(changes(client, "never-was").status, 410);
        QCOMPARE(client.send("GET", "/v1/catalog/changes").code(), std::string("request_invalid"));
        for (int i = 0; i < 20; ++i) {
            QVERIFY(offer("a", QByteArray::number(i).constData()));
            QCOMPARE(client.send("GET", "/v1/catalog/snapshot").status, 200); // the city must have held this version
        }
        QCOMPARE(changes(client, old["cursor"]).status, 410);
        QVERIFY(offer("a", "事项")); // the old catalogue again, and its old name with it
        QVERIFY(snapshot(client)["version"] == old["version"]);
        QCOMPARE(changes(client, old["cursor"]).status, 200);
    }

    void aDifferenceThatDoesNotLeadToItsManifest()
    {
        CityClient client(*m_process);
        client.signOn();
        const Json old = snapshot(client);
        QVERIFY(m_process
                    ->planOne(QStringLiteral("GET /v1/catalog/*"), QStringLiteral("manifestWrong"),
                              {{QStringLiteral("count"), 2}})
                    .has_value());
        const Json whole = snapshot(client);
        QVERIFY(isSigned(whole["manifest"]) && !makes(itemsOf(whole["items"]), whole["manifest"]));
        const Json change = changes(client, old["cursor"]).body;
        QVERIFY(isSigned(change["manifest"]) && !change["tombstones"].empty());
        QVERIFY(m_process->planOne(QStringLiteral("GET /v1/catalog/*"), QStringLiteral("signatureWrong")).has_value());
        QVERIFY(!isSigned(snapshot(client)["manifest"]));
        QVERIFY(isSigned(snapshot(client)["manifest"]));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
