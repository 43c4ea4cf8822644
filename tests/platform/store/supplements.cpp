// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/supplements.h"

namespace tongban::tests::platform::store {

FileName supplementFile(const std::string &supplement, const std::string &material, std::int64_t page)
{
    return {.material = supplement + "/" + material, .page = page, .part = "page"};
}

bool isOfSupplement(const FileName &name)
{
    return name.material.find('/') != std::string::npos; // no material's key has one
}

bool Supplements::isKept(const std::string &caseId, const std::string &id)
{
    Statement statement = m_database.prepare("SELECT 1 FROM supplements WHERE id = ? AND case_id = ?");
    return statement.bind(id).bind(caseId).step();
}

bool Supplements::isAnswered(const std::string &notice)
{
    Statement statement = m_database.prepare("SELECT 1 FROM supplements WHERE notice = ?");
    return statement.bind(notice).step();
}

void Supplements::keep(const std::string &caseId, const Json &body, std::int64_t nowMs)
{
    m_database.prepare("INSERT INTO supplements(id, case_id, notice, body, at) VALUES(?,?,?,?,?)")
        .bind(body["supplementId"].get_ref<const std::string &>())
        .bind(caseId)
        .bind(body["notice"].get_ref<const std::string &>())
        .bind(body.dump())
        .bind(nowMs)
        .run();
}

Json Supplements::dump(const std::string &caseId)
{
    Json all = Json::array();
    Statement statement = m_database.prepare("SELECT body FROM supplements WHERE case_id = ? ORDER BY at, rowid");
    statement.bind(caseId);
    Cases cases(m_database, {});
    while (statement.step()) {
        Json body = Json::parse(statement.text(0));
        const auto fileOf = [&](const std::string &material, std::int64_t page) {
            const auto row = cases.file(caseId, supplementFile(body["supplementId"], material, page));
            return row && row->file ? Json(*row->file) : Json(nullptr);
        };
        for (Json &material : body["materials"]) {
            for (Json &page : material["pages"])
                page["file"] = fileOf(material["key"], page["index"]);
        }
        if (!body["signature"].is_null())
            body["signature"]["file"] = fileOf("signature", 1);
        all.push_back(std::move(body));
    }
    return all;
}

} // namespace tongban::tests::platform::store
