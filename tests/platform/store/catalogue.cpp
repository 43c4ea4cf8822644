// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/catalogue.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"

#include <filesystem>
#include <fstream>
#include <set>

namespace tongban::tests::platform::store {

namespace fs = std::filesystem;

namespace {

tl::expected<Json, std::string> readItems(const std::string &directory)
{
    std::error_code error;
    std::set<fs::path> paths; // sorted: the directory's own order is chance
    for (const auto &entry : fs::directory_iterator(directory, error)) {
        if (entry.path().extension() == ".json")
            paths.insert(entry.path());
    }
    if (error)
        return tl::unexpected<std::string>(directory + ": " + error.message());
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
    return Json{{"version", version}, {"asOf", formatUtc(asOf)}, {"items", std::move(*items)}};
}

} // namespace tongban::tests::platform::store
