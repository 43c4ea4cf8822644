// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: the letter is answered once, after its pages; then the case goes on.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/time.h"
#include "tests/platform/store/messages.h"
#include "tests/platform/store/supplements.h"

namespace tongban::tests::platform::handlers {

namespace {

// Where the case goes from there; empty: it waits for nothing.
std::string statusAfter(const std::string &status)
{
    return status == "supplementing" ? "received" : status == "preReturned" ? "submitted" : "";
}

bool hasArrived(store::Cases &cases, const std::string &caseId, const store::FileName &name, const Json &facts)
{
    const auto row = cases.file(caseId, name);
    return row && row->file && row->sm3 == facts["sm3"] && row->bytes == facts["bytes"].get<std::int64_t>();
}

bool allArrived(store::Cases &cases, const std::string &caseId, const Json &body)
{
    const std::string id = body["supplementId"];
    for (const Json &material : body["materials"]) {
        for (const Json &page : material["pages"]) {
            if (!hasArrived(cases, caseId, store::supplementFile(id, material["key"], page["index"]), page))
                return false;
        }
    }
    return body["signature"].is_null() ||
           hasArrived(cases, caseId, store::supplementFile(id, "signature", 1), body["signature"]);
}

} // namespace

bool waitsForApplicant(const store::CaseRow &row)
{
    return !statusAfter(row.status).empty();
}

Outcome<Answer> sendSupplement(City &city, const Call &call)
{
    const Json &body = call.body;
    if (body["deviceId"] != call.device.id || body["siteCode"] != call.device.site)
        return refuse(ProblemCode::DeviceMismatch, "deviceId or siteCode is not the client certificate's");
    store::Cases cases = city.cases();
    const auto row = cases.find(call.pathParameters.at("caseId"));
    if (!row || row->device != call.device.id)
        return refuse(ProblemCode::CaseUnknown);
    const auto answer = [&row](const std::string &status) {
        return Answer{.status = 201, .body = Json{{"caseId", row->id}, {"status", status}}, .headers = {}};
    };
    store::Supplements supplements(city.database);
    if (supplements.isKept(row->id, body["supplementId"])) // under another key: told anew after a repair
        return answer(row->status);
    const auto letter = store::Notices(city.database).letter(row->id, body["notice"]);
    if (letter == store::Notices::Letter::Unknown)
        return refuse(ProblemCode::LetterUnknown);
    if (supplements.isAnswered(body["notice"]))
        return refuse(ProblemCode::LetterAnswered);
    if (letter == store::Notices::Letter::Withdrawn || !waitsForApplicant(*row))
        return refuse(ProblemCode::LetterWithdrawn);
    if (!allArrived(cases, row->id, body))
        return refuse(ProblemCode::PagesMissing);
    supplements.keep(row->id, body, nowMs());
    const std::string status = statusAfter(row->status);
    cases.decide(*row, status, nowMs());
    return answer(status);
}

} // namespace tongban::tests::platform::handlers
