// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/time.h"
#include "tests/platform/store/cases.h"
#include "tests/platform/store/changes.h"

#include <algorithm>
#include <set>

namespace tongban::tests::platform::handlers {

namespace {

// What a schema cannot say: each page once, and "signature" is no material. Empty: all is well.
std::string wrongPages(const Json &body)
{
    std::set<std::pair<std::string, int>> seen;
    for (std::size_t m = 0; m < body["materials"].size(); ++m) {
        const Json &material = body["materials"][m];
        if (material["key"] == "signature")
            return "/materials/" + std::to_string(m) + "/key: reserved for the signature";
        for (std::size_t p = 0; p < material["pages"].size(); ++p) {
            if (!seen.emplace(material["key"], material["pages"][p]["index"]).second)
                return "/materials/" + std::to_string(m) + "/pages/" + std::to_string(p) + "/index: twice";
        }
    }
    return {};
}

Answer submitted(const std::string &caseId)
{
    return {.status = 200, .body = Json{{"caseId", caseId}, {"status", "submitted"}}, .headers = {}};
}

} // namespace

Outcome<Answer> createCase(City &city, const Call &call)
{
    if (call.body["deviceId"] != call.device.id || call.body["siteCode"] != call.device.site)
        return refuse(ProblemCode::DeviceMismatch, "deviceId or siteCode is not the client certificate's");
    if (const std::string wrong = wrongPages(call.body); !wrong.empty())
        return refuse(ProblemCode::BodyInvalid, wrong);
    const auto id = city.cases().create(call.body, call.header("Idempotency-Key"), nowMs());
    if (!id)
        return refuse(ProblemCode::CaseExists, "localNumber or caseId came under another key");
    return Answer{.status = 201, .body = Json{{"caseId", *id}, {"status", "created"}}, .headers = {}};
}

Outcome<Answer> submitCase(City &city, const Call &call)
{
    store::Cases cases = city.cases();
    const auto row = cases.find(call.pathParameters.at("caseId"));
    if (!row || row->device != call.device.id)
        return refuse(ProblemCode::CaseUnknown);
    if (row->status != "created")
        return submitted(row->id);
    auto pages = cases.files(row->id);
    std::erase_if(pages,
                  [](const store::PageRow &file) { return file.name.part != "page"; }); // no thumbnail is waited for
    const auto arrived =
        std::count_if(pages.begin(), pages.end(), [](const store::PageRow &page) { return page.file; });
    const auto said = call.body["pages"].get<std::size_t>();
    if (said != pages.size() || static_cast<std::size_t>(arrived) != pages.size())
        return refuse(ProblemCode::PagesMissing, "announced " + std::to_string(pages.size()) + ", arrived " +
                                                     std::to_string(arrived) + ", said " + std::to_string(said));
    cases.submit(*row, nowMs());
    return submitted(row->id);
}

Outcome<Answer> findCaseByKey(City &city, const Call &call)
{
    const auto row = city.cases().findByKey(call.device.id, call.pathParameters.at("key"));
    if (!row) // what this address does not know yet, another may: the terminal compares
        return refuse(ProblemCode::KeyUnknown, {}, {{"X-Data-As-Of", formatUtc(city.dataAsOfMs())}});
    return Answer{.status = 200,
                  .body = Json{{"caseId", row->id},
                               {"status", row->status == "created" ? "created" : "submitted"},
                               {"deviceCaseId", row->deviceCaseId}},
                  .headers = {}};
}

Outcome<Answer> pullChanges(City &city, const Call &call)
{
    const auto after = sequenceIn(call);
    if (!after)
        return refuse(ProblemCode::CursorInvalid);
    city.acceptDue();
    Json changes = store::changesSince(city.database, city.view(), call.device.id, *after);
    changes["asOf"] = formatUtc(city.dataAsOfMs());
    return Answer{.status = 200, .body = std::move(changes), .headers = {}};
}

Outcome<Answer> sendEvaluation(City &city, const Call &call)
{
    store::Cases cases = city.cases();
    const auto row = cases.findOfDevice(call.device.id, call.body["caseId"]);
    if (!row || row->localNumber != call.body["localNumber"])
        return refuse(ProblemCode::CaseUnknown);
    if (!cases.evaluate(row->id, call.body))
        return refuse(ProblemCode::EvaluationExists);
    return Answer{.status = 201, .body = Json{{"status", "kept"}}, .headers = {}};
}

} // namespace tongban::tests::platform::handlers
