// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/enrolments.h"

namespace tongban::tests::platform::store {

void Enrolments::permit(const std::string &code, const std::string &device, const std::string &site,
                        std::optional<std::int64_t> expiresAtMs)
{
    m_database.prepare("INSERT OR REPLACE INTO enrolments(code, device, site, expires_at) VALUES(?,?,?,nullif(?,0))")
        .bind(code)
        .bind(device)
        .bind(site)
        .bind(expiresAtMs.value_or(0))
        .run();
}

std::optional<EnrolmentRow> Enrolments::find(const std::string &code)
{
    Statement statement =
        m_database.prepare("SELECT device, site, keys, answer, coalesce(expires_at, 0) FROM enrolments WHERE code = ?");
    if (!statement.bind(code).step())
        return std::nullopt;
    EnrolmentRow row{.device = statement.text(0),
                     .site = statement.text(1),
                     .keys = statement.optionalText(2),
                     .answer = std::nullopt,
                     .expiresAtMs = std::nullopt};
    if (const std::int64_t expiresAt = statement.number(4); expiresAt != 0)
        row.expiresAtMs = expiresAt;
    if (const auto answer = statement.optionalText(3))
        row.answer = Json::parse(*answer);
    return row;
}

void Enrolments::use(const std::string &code, const std::string &keys, const Json &answer)
{
    m_database.prepare("UPDATE enrolments SET keys = ?, answer = ? WHERE code = ?")
        .bind(keys)
        .bind(answer.dump())
        .bind(code)
        .run();
}

} // namespace tongban::tests::platform::store
