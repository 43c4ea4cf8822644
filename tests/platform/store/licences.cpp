// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/licences.h"

namespace tongban::tests::platform::store {

void Licences::hold(const Json &entry)
{
    const Json issued = entry.value("issued", Json());
    m_database
        .prepare("INSERT INTO licences(id_number, licence, number, issued) VALUES(?,?,?,?) "
                 "ON CONFLICT(id_number, licence) DO UPDATE SET number = excluded.number, issued = excluded.issued")
        .bind(entry.at("idNumber").get_ref<const std::string &>())
        .bind(entry.at("licence").get_ref<const std::string &>())
        .bind(entry.at("number").get_ref<const std::string &>())
        .bindOptional(issued.is_null() ? std::nullopt : std::optional(issued.get<std::string>()))
        .run();
}

Json Licences::held(const std::string &idNumber, const Json &asked)
{
    Json found = Json::array();
    for (const Json &licence : asked) {
        Statement statement =
            m_database.prepare("SELECT number, issued FROM licences WHERE id_number = ? AND licence = ?");
        statement.bind(idNumber).bind(licence.get_ref<const std::string &>());
        if (!statement.step())
            continue;
        Json one{{"licence", licence}, {"number", statement.text(0)}};
        if (const auto issued = statement.optionalText(1))
            one["issued"] = *issued;
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace tongban::tests::platform::store
