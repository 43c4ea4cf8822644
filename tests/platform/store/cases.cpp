// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/cases.h"

#include "tests/platform/store/phones.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tongban::tests::platform::store {

namespace {

constexpr const char *columns =
    "SELECT id, device, site, local_number, device_case_id, status, project_number, origin, created_at FROM cases ";

CaseRow caseRow(const Statement &statement)
{
    return {.id = statement.text(0),
            .device = statement.text(1),
            .site = statement.text(2),
            .localNumber = statement.text(3),
            .deviceCaseId = statement.text(4),
            .status = statement.text(5),
            .projectNumber = statement.optionalText(6)};
}

PageRow pageRow(const Statement &statement)
{
    return {.name = {.material = statement.text(0), .page = statement.number(1), .part = statement.text(2)},
            .sm3 = statement.text(3),
            .bytes = statement.number(4),
            .file = statement.optionalText(5)};
}

// Before these a case has not been accepted (受理), so it has no number.
bool hasNumber(const std::string &status)
{
    constexpr std::array before{"submitted", "preReturned", "prePassed", "received", "supplementing", "notAccepted"};
    return std::find(before.begin(), before.end(), status) == before.end();
}

} // namespace

std::optional<CaseRow> Cases::firstSeen(Statement &statement) const
{
    while (statement.step()) {
        if (m_view.sees(statement.text(7), statement.number(8)))
            return caseRow(statement);
    }
    return std::nullopt;
}

std::optional<std::string> Cases::create(const Json &body, const std::string &key, std::int64_t nowMs)
{
    {
        Statement known = m_database.prepare(
            (std::string(columns) + "WHERE device = ? AND (local_number = ? OR device_case_id = ?)").c_str());
        known.bind(body["deviceId"].get_ref<const std::string &>())
            .bind(body["localNumber"].get_ref<const std::string &>())
            .bind(body["caseId"].get_ref<const std::string &>());
        if (firstSeen(known))
            return std::nullopt;
    }
    const std::string id = randomUuid();
    m_database
        .prepare(
            "INSERT INTO cases(id, device, site, local_number, device_case_id, body, status, created_at, key, origin) "
            "VALUES(?,?,?,?,?,?,'created',?,?,?)")
        .bind(id)
        .bind(body["deviceId"].get_ref<const std::string &>())
        .bind(body["siteCode"].get_ref<const std::string &>())
        .bind(body["localNumber"].get_ref<const std::string &>())
        .bind(body["caseId"].get_ref<const std::string &>())
        .bind(body.dump())
        .bind(nowMs)
        .bind(key)
        .bind(m_view.address)
        .run();
    announce(id, body);
    Phones(m_database).take(id, body);
    return id;
}

void Cases::announce(const std::string &id, const Json &body)
{
    for (const Json &material : body["materials"]) {
        for (const Json &page : material["pages"]) {
            announceFile(id, {.material = material["key"], .page = page["index"], .part = "page"}, page);
            if (page.contains("thumbnail"))
                announceFile(id, {.material = material["key"], .page = page["index"], .part = "thumbnail"},
                             page["thumbnail"]);
        }
    }
    if (!body["signature"].is_null())
        announceFile(id, {.material = "signature", .page = 1, .part = "page"}, body["signature"]);
    if (!body.contains("parties"))
        return;
    int page = 1;
    for (const Json &party : body["parties"]) {
        ++page;
        if (!party["signature"].is_null())
            announceFile(id, {.material = "signature", .page = page, .part = "page"}, party["signature"]);
    }
}

void Cases::announceFile(const std::string &id, const FileName &name, const Json &facts)
{
    m_database
        .prepare(
            "INSERT INTO pages(case_id, material, page, part, sm3, bytes) VALUES(?,?,?,?,?,?) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(name.material)
        .bind(name.page)
        .bind(name.part)
        .bind(facts["sm3"].get_ref<const std::string &>())
        .bind(facts["bytes"].get<std::int64_t>())
        .run();
}

std::optional<CaseRow> Cases::find(const std::string &id)
{
    Statement statement = m_database.prepare((std::string(columns) + "WHERE id = ?").c_str());
    return firstSeen(statement.bind(id));
}

std::optional<CaseRow> Cases::findOfDevice(const std::string &device, const std::string &deviceCaseId)
{
    Statement statement = m_database.prepare(
        (std::string(columns) + "WHERE device = ? AND device_case_id = ? ORDER BY created_at").c_str());
    return firstSeen(statement.bind(device).bind(deviceCaseId));
}

std::optional<CaseRow> Cases::findByKey(const std::string &device, const std::string &key)
{
    Statement statement =
        m_database.prepare((std::string(columns) + "WHERE device = ? AND key = ? ORDER BY created_at").c_str());
    return firstSeen(statement.bind(device).bind(key));
}

std::vector<PageRow> Cases::files(const std::string &id)
{
    std::vector<PageRow> rows;
    Statement statement =
        m_database.prepare("SELECT material, page, part, sm3, bytes, file FROM pages WHERE case_id = ? "
                           "ORDER BY material, page, part");
    statement.bind(id);
    while (statement.step())
        rows.push_back(pageRow(statement));
    return rows;
}

std::optional<PageRow> Cases::file(const std::string &id, const FileName &name)
{
    Statement statement =
        m_database.prepare("SELECT material, page, part, sm3, bytes, file FROM pages WHERE case_id = ? AND "
                           "material = ? AND page = ? AND part = ?");
    return statement.bind(id).bind(name.material).bind(name.page).bind(name.part).step()
               ? std::optional(pageRow(statement))
               : std::nullopt;
}

void Cases::submit(const CaseRow &row, std::int64_t nowMs)
{
    m_database.prepare("UPDATE cases SET submitted_at = ? WHERE id = ?").bind(nowMs).bind(row.id).run();
    decide(row, "submitted", nowMs);
}

void Cases::decide(const CaseRow &row, const std::string &status, std::int64_t nowMs)
{
    std::optional<std::string> number = row.projectNumber;
    if (!number && hasNumber(status))
        number = nextProjectNumber(row.site, nowMs);
    m_database.prepare("UPDATE cases SET status = ?, project_number = ? WHERE id = ?")
        .bind(status)
        .bindOptional(number)
        .bind(row.id)
        .run();
    m_database.prepare("INSERT INTO changes(device, case_id, status, project_number, at, origin) VALUES(?,?,?,?,?,?)")
        .bind(row.device)
        .bind(row.id)
        .bind(status)
        .bindOptional(number)
        .bind(nowMs)
        .bind(m_view.address)
        .run();
}

void Cases::acceptSubmitted(std::int64_t until, std::int64_t nowMs)
{
    std::vector<CaseRow> due;
    {
        Statement statement = m_database.prepare(
            (std::string(columns) + "WHERE status = 'submitted' AND submitted_at <= ? ORDER BY submitted_at, rowid")
                .c_str());
        statement.bind(until);
        while (statement.step())
            due.push_back(caseRow(statement));
    }
    for (const CaseRow &row : due)
        decide(row, "accepted", nowMs);
}

// County (6 digits), the office's day, serial of that day: 330782202611210001.
std::string Cases::nextProjectNumber(const std::string &site, std::int64_t nowMs)
{
    const std::string countyDay = site.substr(0, 6) + formatChinaDay(nowMs);
    Statement statement = m_database.prepare("INSERT INTO serials(county_day, last) VALUES(?, 1) "
                                             "ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last");
    statement.bind(countyDay);
    const std::int64_t serial = statement.step() ? statement.number(0) : 0;
    char text[32];
    std::snprintf(text, sizeof text, "%04lld", static_cast<long long>(serial));
    return countyDay + text;
}

bool Cases::evaluate(const std::string &id, const Json &evaluation)
{
    m_database
        .prepare("INSERT INTO evaluations(case_id, level, channel, at, reasons) VALUES(?,?,?,?,?)"
                 " ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(evaluation["level"].get<std::int64_t>())
        .bind(evaluation["channel"].get<std::int64_t>())
        .bind(evaluation["at"].get_ref<const std::string &>())
        .bind(evaluation.value("reasons", Json::array()).dump())
        .run();
    return m_database.changes() == 1;
}

} // namespace tongban::tests::platform::store
