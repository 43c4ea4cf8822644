// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/changes.h"

#include "tests/platform/base/time.h"
#include "tests/platform/store/cases.h"
#include "tests/platform/store/supplements.h"

#include <algorithm>

namespace tongban::tests::platform::store {

namespace {

Json orNull(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json(nullptr);
}

void addFile(Json &file, const std::vector<PageRow> &files, const FileName &name)
{
    const auto row = std::find_if(files.begin(), files.end(), [&name](const PageRow &candidate) {
        return candidate.name.material == name.material && candidate.name.page == name.page &&
               candidate.name.part == name.part;
    });
    file["file"] = row == files.end() ? Json(nullptr) : orNull(row->file);
}

void addFiles(Json &dump, const std::vector<PageRow> &files)
{
    for (Json &material : dump["materials"]) {
        for (Json &page : material["pages"]) {
            addFile(page, files, {.material = material["key"], .page = page["index"], .part = "page"});
            if (page.contains("thumbnail"))
                addFile(page["thumbnail"], files,
                        {.material = material["key"], .page = page["index"], .part = "thumbnail"});
        }
    }
    if (!dump["signature"].is_null())
        addFile(dump["signature"], files, {.material = "signature", .page = 1, .part = "page"});
    const auto isPage = [](const PageRow &row) { return row.name.part == "page" && !isOfSupplement(row.name); };
    dump["pagesAnnounced"] = std::count_if(files.begin(), files.end(), isPage);
    dump["pagesArrived"] =
        std::count_if(files.begin(), files.end(), [&isPage](const PageRow &row) { return isPage(row) && row.file; });
}

Json evaluationOf(Database &database, const std::string &caseId)
{
    Statement statement = database.prepare("SELECT level, channel, at, reasons FROM evaluations WHERE case_id = ?");
    if (!statement.bind(caseId).step())
        return nullptr;
    return {{"level", statement.number(0)},
            {"channel", statement.number(1)},
            {"at", statement.text(2)},
            {"reasons", Json::parse(statement.text(3))}};
}

} // namespace

Json changesSince(Database &database, const View &view, const std::string &device, std::int64_t after)
{
    Statement statement =
        database.prepare("SELECT changes.seq, cases.local_number, cases.device_case_id, cases.id, changes.status, "
                         "changes.project_number, "
                         "changes.at, changes.origin FROM changes JOIN cases ON cases.id = changes.case_id "
                         "WHERE changes.device = ? AND changes.seq > ? ORDER BY changes.seq LIMIT ?");
    statement.bind(device).bind(after).bind(std::int64_t{changesAPage});
    Json changes = Json::array();
    while (statement.step() && view.sees(statement.text(7), statement.number(6))) {
        after = statement.number(0);
        changes.push_back({{"localNumber", statement.text(1)},
                           {"deviceCaseId", statement.text(2)},
                           {"caseId", statement.text(3)},
                           {"status", statement.text(4)},
                           {"projectNumber", orNull(statement.optionalText(5))},
                           {"at", formatUtc(statement.number(6))}});
    }
    return {{"cursor", std::to_string(after)}, {"changes", changes}};
}

Json dumpCases(Database &database)
{
    Json dumps = Json::array();
    Statement statement =
        database.prepare("SELECT id, body, status, project_number, created_at, submitted_at, origin FROM cases "
                         "ORDER BY created_at, rowid");
    while (statement.step()) {
        const std::string id = statement.text(0);
        Json dump = Json::parse(statement.text(1));
        dump["deviceCaseId"] = dump["caseId"];
        dump["caseId"] = id;
        dump["status"] = statement.text(2);
        dump["projectNumber"] = orNull(statement.optionalText(3));
        dump["receivedAt"] = formatUtc(statement.number(4));
        dump["completedAt"] = statement.optionalText(5) ? Json(formatUtc(statement.number(5))) : Json(nullptr);
        dump["evaluation"] = evaluationOf(database, id);
        dump["address"] = statement.text(6);
        dump["supplements"] = Supplements(database).dump(id);
        addFiles(dump, Cases(database, {}).files(id));
        dumps.push_back(std::move(dump));
    }
    return dumps;
}

} // namespace tongban::tests::platform::store
