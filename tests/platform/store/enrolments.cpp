// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/enrolments.h"

namespace tongban::tests::platform::store {

void Enrolments::permit(const std::string &code, const std::string &device, const std::string &site)
{
    m_database.prepare("INSERT OR REPLACE INTO enrolments(code, device, site) VALUES(?,?,?)")
        .bind(code)
        .bind(device)
        .bind(site)
        .run();
}

std::optional<EnrolmentRow> Enrolments::find(const std::string &code)
{
    Statement statement = m_database.prepare("SELECT device, site, keys, answer FROM enrolments WHERE code = ?");
    if (!statement.bind(code).step())
        return std::nullopt;
    EnrolmentRow row{.device = statement.text(0),
                     .site = statement.text(1),
                     .keys = statement.optionalText(2),
                     .answer = std::nullopt};
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
