// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/answered.h"

namespace tongban::tests::platform::store {

std::optional<AnsweredRow> Answered::find(const std::string &device, const std::string &key)
{
    Statement statement = m_database.prepare(
        "SELECT digest, status, headers, body, origin, at FROM answered WHERE device = ? AND key = ? ORDER BY at");
    statement.bind(device).bind(key);
    do {
        if (!statement.step())
            return std::nullopt;
    } while (!m_view.sees(statement.text(4), statement.number(5)));
    AnsweredRow row{.digest = statement.text(0),
                    .status = static_cast<int>(statement.number(1)),
                    .headers = Json::parse(statement.text(2)).get<std::map<std::string, std::string>>(),
                    .body = std::nullopt};
    if (const auto body = statement.optionalText(3))
        row.body = Json::parse(*body);
    return row;
}

void Answered::keep(const std::string &device, const std::string &key, const AnsweredRow &row, std::int64_t nowMs)
{
    const auto body = row.body ? std::optional(row.body->dump()) : std::nullopt;
    m_database
        .prepare("INSERT INTO answered(device, key, digest, status, headers, body, origin, at) VALUES(?,?,?,?,?,?,?,?)")
        .bind(device)
        .bind(key)
        .bind(row.digest)
        .bind(std::int64_t{row.status})
        .bind(Json(row.headers).dump())
        .bindOptional(body)
        .bind(m_view.address)
        .bind(nowMs)
        .run();
}

void Answered::forgetLocation(const std::string &device, const std::string &location)
{
    m_database.prepare("DELETE FROM answered WHERE device = ? AND json_extract(headers, '$.Location') = ?")
        .bind(device)
        .bind(location)
        .run();
}

} // namespace tongban::tests::platform::store
