// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/catalogue.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"
#include "tests/platform/trust/canonical_json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace tongban::tests::platform::store {

namespace fs = std::filesystem;

namespace {

// Directories are separated by colons, as in a search path: items, themes.
tl::expected<Json, std::string> readItems(const std::string &directories)
{
    std::set<fs::path> paths; // sorted: the directory's own order is chance
    std::istringstream all(directories);
    for (std::string directory; std::getline(all, directory, ':');) {
        std::error_code error;
        for (const auto &entry : fs::directory_iterator(directory, error)) {
            if (entry.path().extension() == ".json")
                paths.insert(entry.path());
        }
        if (error)
            return tl::unexpected<std::string>(directory + ": " + error.message());
    }
    Json items = Json::array();
    for (const fs::path &path : paths) {
        std::ifstream file(path);
        try {
            items.push_back(Json::parse(file));
        } catch (const Json::exception &broken) { // says line and column
            return tl::unexpected<std::string>(path.string() + ": " + broken.what());
        }
    }
    return items;
}

Json entriesOf(const Json &items)
{
    Json entries = Json::array();
    for (const Json &item : items) {
        entries.push_back({{"code", item.value("code", "")},
                           {"version", item.value("version", "")},
                           {"sm3", sm3Hex(trust::canonicalJson(item))}});
    }
    std::sort(entries.begin(), entries.end(), [](const Json &a, const Json &b) { return a["code"] < b["code"]; });
    return entries;
}

void keepEntries(Database &database, const std::string &version, const Json &entries)
{
    for (const Json &entry : entries) {
        database.prepare("INSERT INTO catalogue_entries(version, code, sm3) VALUES(?,?,?) ON CONFLICT DO NOTHING")
            .bind(version)
            .bind(entry["code"].get_ref<const std::string &>())
            .bind(entry["sm3"].get_ref<const std::string &>())
            .run();
    }
    database
        .prepare("DELETE FROM catalogue_entries WHERE version NOT IN "
                 "(SELECT version FROM catalogues ORDER BY rowid DESC LIMIT ?) AND version <> ?")
        .bind(std::int64_t{versionsKept})
        .bind(version)
        .run();
}

// code -> digest
std::map<std::string, std::string> keptEntries(Database &database, const std::string &version)
{
    std::map<std::string, std::string> kept;
    Statement statement = database.prepare("SELECT code, sm3 FROM catalogue_entries WHERE version = ?");
    statement.bind(version);
    while (statement.step())
        kept[statement.text(0)] = statement.text(1);
    return kept;
}

std::int64_t firstHeld(Database &database, const std::string &version, std::int64_t nowMs)
{
    database.prepare("INSERT INTO catalogues(version, as_of) VALUES(?,?) ON CONFLICT DO NOTHING")
        .bind(version)
        .bind(nowMs)
        .run();
    Statement statement = database.prepare("SELECT as_of FROM catalogues WHERE version = ?");
    return statement.bind(version).step() ? statement.number(0) : nowMs;
}

} // namespace

tl::expected<Json, std::string> readCatalogue(Database &database, const std::string &directory, std::int64_t nowMs)
{
    auto items = readItems(directory);
    if (!items)
        return items;
    const std::string version = "sm3-" + sm3Hex(items->dump()).substr(0, 24);
    const std::int64_t asOf = firstHeld(database, version, nowMs);
    Json entries = entriesOf(*items);
    if (asOf == nowMs || keptEntries(database, version).empty()) // new here, or come back after a long time
        keepEntries(database, version, entries);
    return Json{
        {"version", version}, {"asOf", formatUtc(asOf)}, {"items", std::move(*items)}, {"entries", std::move(entries)}};
}

std::optional<Json> catalogueDifference(Database &database, const std::string &earlier, const Json &catalogue)
{
    auto before = keptEntries(database, earlier);
    if (before.empty())
        return std::nullopt;
    Json upserts = Json::array();
    for (const Json &item : catalogue["items"]) {
        const auto known = before.find(item.value("code", ""));
        if (known == before.end() || known->second != sm3Hex(trust::canonicalJson(item)))
            upserts.push_back(item);
        if (known != before.end())
            before.erase(known);
    }
    Json tombstones = Json::array();
    for (const auto &[code, digest] : before)
        tombstones.push_back(code);
    return Json{{"upserts", std::move(upserts)}, {"tombstones", std::move(tombstones)}};
}

} // namespace tongban::tests::platform::store
