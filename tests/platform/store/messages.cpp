// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/messages.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"

namespace tongban::tests::platform::store {

namespace {

Json orNull(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json(nullptr);
}

} // namespace

void Notices::issue(const CaseRow &row, const Json &notice, std::int64_t nowMs)
{
    const Json due = notice.value("due", Json());
    m_database
        .prepare("INSERT INTO notices(id, device, case_id, kind, issued_at, due, title, items) VALUES(?,?,?,?,?,?,?,?)")
        .bind(randomUuid())
        .bind(row.device)
        .bind(row.id)
        .bind(notice.at("kind").get_ref<const std::string &>())
        .bind(nowMs)
        .bindOptional(due.is_null() ? std::nullopt : std::optional(due.get<std::string>()))
        .bind(notice.at("title").get_ref<const std::string &>())
        .bind(notice.at("items").dump())
        .run();
}

Json Notices::since(const View &view, const std::string &device, std::int64_t after)
{
    Statement statement = m_database.prepare(
        "SELECT notices.seq, notices.id, cases.device_case_id, cases.local_number, notices.kind, notices.issued_at, "
        "notices.due, notices.title, notices.items, cases.origin, cases.created_at "
        "FROM notices JOIN cases ON cases.id = notices.case_id "
        "WHERE notices.device = ? AND notices.seq > ? ORDER BY notices.seq LIMIT ?");
    statement.bind(device).bind(after).bind(std::int64_t{messagesAPage});
    Json notices = Json::array();
    while (statement.step() && view.sees(statement.text(9), statement.number(10))) {
        after = statement.number(0);
        notices.push_back({{"id", statement.text(1)},
                           {"deviceCaseId", statement.text(2)},
                           {"localNumber", statement.text(3)},
                           {"kind", statement.text(4)},
                           {"issuedAt", formatUtc(statement.number(5))},
                           {"due", orNull(statement.optionalText(6))},
                           {"title", statement.text(7)},
                           {"items", Json::parse(statement.text(8))}});
    }
    return {{"cursor", std::to_string(after)}, {"notices", notices}};
}

Notices::Letter Notices::letter(const std::string &caseId, const std::string &notice)
{
    Statement statement =
        m_database.prepare("SELECT withdrawn FROM notices WHERE case_id = ? AND id = ? AND kind = 'correction'");
    if (!statement.bind(caseId).bind(notice).step())
        return Letter::Unknown;
    return statement.number(0) == 0 ? Letter::Open : Letter::Withdrawn;
}

void Notices::withdraw(const std::string &caseId)
{
    m_database.prepare("UPDATE notices SET withdrawn = 1 WHERE case_id = ?").bind(caseId).run();
}

std::string Commands::issue(const std::string &device, const std::string &kind, const std::optional<std::string> &text,
                            std::int64_t nowMs, std::int64_t expiresAtMs)
{
    const std::string id = randomUuid();
    m_database.prepare("INSERT INTO commands(id, device, kind, text, issued_at, expires_at) VALUES(?,?,?,?,?,?)")
        .bind(id)
        .bind(device)
        .bind(kind)
        .bindOptional(text)
        .bind(nowMs)
        .bind(expiresAtMs)
        .run();
    return id;
}

Json Commands::since(const std::string &device, std::int64_t after)
{
    Statement statement = m_database.prepare("SELECT seq, id, kind, text, issued_at, expires_at FROM commands "
                                             "WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?");
    statement.bind(device).bind(after).bind(std::int64_t{messagesAPage});
    Json commands = Json::array();
    while (statement.step()) {
        after = statement.number(0);
        Json command = {{"id", statement.text(1)},
                        {"kind", statement.text(2)},
                        {"issuedAt", formatUtc(statement.number(4))},
                        {"expiresAt", formatUtc(statement.number(5))}};
        if (const auto text = statement.optionalText(3))
            command["text"] = *text;
        commands.push_back(std::move(command));
    }
    return {{"cursor", std::to_string(after)}, {"commands", commands}};
}

Commands::Report Commands::report(const std::string &device, const std::string &id, const Json &outcome)
{
    Statement found = m_database.prepare("SELECT outcome FROM commands WHERE id = ? AND device = ?");
    if (!found.bind(id).bind(device).step())
        return Report::Unknown;
    if (found.optionalText(0))
        return Report::Twice;
    m_database.prepare("UPDATE commands SET outcome = ?, detail = ? WHERE id = ?")
        .bind(outcome.at("outcome").get_ref<const std::string &>())
        .bind(outcome.value("detail", ""))
        .bind(id)
        .run();
    return Report::Kept;
}

Json Commands::dump()
{
    Json all = Json::array();
    Statement statement =
        m_database.prepare("SELECT id, device, kind, text, outcome, detail FROM commands ORDER BY seq");
    while (statement.step()) {
        all.push_back({{"id", statement.text(0)},
                       {"deviceId", statement.text(1)},
                       {"kind", statement.text(2)},
                       {"text", orNull(statement.optionalText(3))},
                       {"outcome", orNull(statement.optionalText(4))},
                       {"detail", orNull(statement.optionalText(5))}});
    }
    return all;
}

} // namespace tongban::tests::platform::store
