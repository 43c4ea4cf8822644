// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/perform.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"
#include "tests/platform/handlers/operations.h"
#include "tests/platform/store/answered.h"

namespace tongban::tests::platform::handlers {

namespace {

using Handler = Outcome<Answer> (*)(City &, const Call &);

const std::map<std::string, Handler> &handlers() // by operationId
{
    static const std::map<std::string, Handler> all{
        {"tellTime", tellTime},
        {"enrolTerminal", enrolTerminal},
        {"signOn", signOn},
        {"fetchRoster", fetchRoster},
        {"fetchCatalogue", fetchCatalogue},
        {"fetchCatalogueChanges", fetchCatalogueChanges},
        {"queryLicences", queryLicences},
        {"sendPhoneCode", sendPhoneCode},
        {"checkPhoneCode", checkPhoneCode},
        {"pullNotices", pullNotices},
        {"pullCommands", pullCommands},
        {"reportOutcome", reportOutcome},
        {"findCaseByKey", findCaseByKey},
        {"createCase", createCase},
        {"submitCase", submitCase},
        {"pullChanges", pullChanges},
        {"sendEvaluation", sendEvaluation},
        {"sendSupplement", sendSupplement},
        {"uploadCapabilities", uploadCapabilities},
        {"createUpload", createUpload},
        {"uploadOffset", uploadOffset},
        {"continueUpload", continueUpload},
        {"terminateUpload", terminateUpload},
    };
    return all;
}

std::string digestOf(const Call &call)
{
    return sm3Hex(call.operation->method + " " + call.path + "\n" + call.header("Upload-Length") + "\n" +
                  call.header("Upload-Metadata") + "\n" + call.bodyText);
}

Outcome<Answer> once(City &city, const Call &call, Handler handler)
{
    const std::string key = call.header("Idempotency-Key");
    const std::string digest = digestOf(call);
    store::View view = city.view();
    if (call.operation->id == "createUpload")
        view.seenUntil = 0; // an upload belongs to the address where it was begun, and so does its Location
    store::Answered answered(city.database, view);
    if (auto earlier = answered.find(call.device.id, key)) {
        if (earlier->digest != digest)
            return refuse(ProblemCode::IdempotencyMismatch);
        earlier->headers["Idempotent-Replayed"] = "true";
        earlier->headers.erase("Upload-Offset"); // that of then
        return Answer{
            .status = earlier->status, .body = std::move(earlier->body), .headers = std::move(earlier->headers)};
    }
    auto answer = handler(city, call);
    if (answer)
        answered.keep(call.device.id, key,
                      {.digest = digest, .status = answer->status, .headers = answer->headers, .body = answer->body},
                      nowMs());
    return answer;
}

} // namespace

Outcome<Answer> perform(City &city, const Call &call)
{
    const Handler handler = handlers().at(call.operation->id);
    if (call.stream) // holds no lock while bytes trickle in
        return handler(city, call);
    store::Transaction transaction(city.database);
    auto answer = call.operation->takesKey() ? once(city, call, handler) : handler(city, call);
    // A refusal changes nothing, but for an upload that turned out wrong and was dropped.
    if (answer || answer.error().code == ProblemCode::UploadUnknown)
        transaction.commit();
    return answer;
}

bool allHandled(const contract::Contract &contract, std::string &missing)
{
    for (const contract::Operation &operation : contract.operations()) {
        if (!handlers().contains(operation.id)) {
            missing = operation.method + " " + operation.pathTemplate;
            return false;
        }
    }
    return true;
}

} // namespace tongban::tests::platform::handlers
