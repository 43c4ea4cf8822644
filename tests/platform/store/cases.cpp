// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/cases.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tongban::tests::platform::store {

namespace {

constexpr const char *columns = "SELECT id, device, site, local_number, device_case_id, status, project_number FROM cases ";

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
    return {.material = statement.text(0),
            .page = statement.number(1),
            .sm3 = statement.text(2),
            .bytes = statement.number(3),
            .file = statement.optionalText(4)};
}

// Before these a case has not been accepted (受理), so it has no number.
bool hasNumber(const std::string &status)
{
    constexpr std::array before{"submitted", "preReturned", "prePassed", "received", "supplementing", "notAccepted"};
    return std::find(before.begin(), before.end(), status) == before.end();
}

} // namespace

std::optional<std::string> Cases::create(const Json &body, std::int64_t nowMs)
{
    const std::string id = randomUuid();
    m_database
        .prepare("INSERT INTO cases(id, device, site, local_number, device_case_id, body, status, created_at) "
                 "VALUES(?,?,?,?,?,?,'created',?) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(body["deviceId"].get_ref<const std::string &>())
        .bind(body["siteCode"].get_ref<const std::string &>())
        .bind(body["localNumber"].get_ref<const std::string &>())
        .bind(body["caseId"].get_ref<const std::string &>())
        .bind(body.dump())
        .bind(nowMs)
        .run();
    if (m_database.changes() == 0)
        return std::nullopt;
    announce(id, body);
    return id;
}

void Cases::announce(const std::string &id, const Json &body)
{
    const auto note = [&](const std::string &material, std::int64_t page, const Json &file) {
        m_database
            .prepare("INSERT INTO pages(case_id, material, page, sm3, bytes) VALUES(?,?,?,?,?) ON CONFLICT DO NOTHING")
            .bind(id)
            .bind(material)
            .bind(page)
            .bind(file["sm3"].get_ref<const std::string &>())
            .bind(file["bytes"].get<std::int64_t>())
            .run();
    };
    for (const Json &material : body["materials"]) {
        for (const Json &page : material["pages"])
            note(material["key"], page["index"], page);
    }
    if (!body["signature"].is_null())
        note("signature", 1, body["signature"]);
}

std::optional<CaseRow> Cases::find(const std::string &id)
{
    Statement statement = m_database.prepare((std::string(columns) + "WHERE id = ?").c_str());
    return statement.bind(id).step() ? std::optional(caseRow(statement)) : std::nullopt;
}

std::optional<CaseRow> Cases::findOfDevice(const std::string &device, const std::string &deviceCaseId)
{
    Statement statement = m_database.prepare((std::string(columns) + "WHERE device = ? AND device_case_id = ?").c_str());
    return statement.bind(device).bind(deviceCaseId).step() ? std::optional(caseRow(statement)) : std::nullopt;
}

std::vector<PageRow> Cases::pages(const std::string &id)
{
    std::vector<PageRow> rows;
    Statement statement = m_database.prepare("SELECT material, page, sm3, bytes, file FROM pages WHERE case_id = ? "
                                             "ORDER BY material, page");
    statement.bind(id);
    while (statement.step())
        rows.push_back(pageRow(statement));
    return rows;
}

std::optional<PageRow> Cases::page(const std::string &id, const std::string &material, std::int64_t page)
{
    Statement statement = m_database.prepare("SELECT material, page, sm3, bytes, file FROM pages WHERE case_id = ? AND "
                                             "material = ? AND page = ?");
    return statement.bind(id).bind(material).bind(page).step() ? std::optional(pageRow(statement)) : std::nullopt;
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
    m_database.prepare("INSERT INTO changes(device, case_id, status, project_number, at) VALUES(?,?,?,?,?)")
        .bind(row.device)
        .bind(row.id)
        .bind(status)
        .bindOptional(number)
        .bind(nowMs)
        .run();
}

void Cases::acceptSubmitted(std::int64_t until, std::int64_t nowMs)
{
    std::vector<CaseRow> due;
    {
        Statement statement = m_database.prepare(
            (std::string(columns) + "WHERE status = 'submitted' AND submitted_at <= ? ORDER BY submitted_at, rowid").c_str());
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
    m_database.prepare("INSERT INTO evaluations(case_id, level, channel, at) VALUES(?,?,?,?) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(evaluation["level"].get<std::int64_t>())
        .bind(evaluation["channel"].get<std::int64_t>())
        .bind(evaluation["at"].get_ref<const std::string &>())
        .run();
    return m_database.changes() == 1;
}

} // namespace tongban::tests::platform::store
