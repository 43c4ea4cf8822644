// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/ferry/ferry_desk.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/log.h"
#include "tests/platform/base/time.h"
#include "tests/platform/handlers/perform.h"

namespace tongban::tests::platform::ferry {

using handlers::Answer;
using handlers::Call;

namespace {

class PageStream final : public handlers::BodyStream
{
public:
    explicit PageStream(std::string_view bytes) : m_bytes(bytes) {}
    bool read(const Sink &sink) override { return sink(m_bytes.data(), m_bytes.size()); }

private:
    std::string_view m_bytes;
};

// As the terminal's line makes it: all members in the order of their names, with the city's case.
std::string uploadMetadata(Json body, const std::string &platformCaseId)
{
    body["caseId"] = platformCaseId;
    std::string header;
    for (const auto &[name, value] : body.items())
        header += (header.empty() ? "" : ",") + name + " " +
                  toBase64(value.is_string() ? value.get<std::string>() : value.dump());
    return header;
}

} // namespace

tl::expected<std::string, std::string> FerryDesk::take(std::string_view file)
{
    const auto keysOf = [this](const std::string &device) {
        store::Transaction transaction(m_city.database);
        store::Roster roster = m_city.roster();
        roster.takeIn();
        auto keys = roster.validKeys(device);
        transaction.commit();
        return keys;
    };
    const auto bundle = readBundle(file, m_city.options.cityKey, keysOf);
    if (!bundle) {
        logLine("ferry.refused", {{"why", bundle.error()}});
        return tl::unexpected<std::string>(bundle.error());
    }
    Visit visit{.device = {.id = bundle->header.at("deviceId"), .site = bundle->header.at("siteCode")},
                .deviceCaseId = {},
                .platformCaseId = {}};
    Json answers = Json::array();
    for (const Record &record : bundle->records) {
        if (record.json["record"] == "case")
            visit = {.device = visit.device,
                     .deviceCaseId = record.json.at("caseId"),
                     .platformCaseId = record.json.at("platformCaseId")};
        if (record.json["record"] == "request" && !visit.refused)
            answers.push_back(answerTo(record, visit));
    }
    const std::string line = Json{
        {"version", 1},
        {"bundleId", bundle->header.at("bundleId")},
        {"deviceId", visit.device.id},
        {"createdAt", formatUtc(nowMs())},
        {"answers", answers}}.dump();
    logLine("ferry.taken", {{"answers", answers.size()}});
    return line + "\n" + m_city.options.cityKey.sign("tongban ack 1\n" + line) + "\n";
}

Json FerryDesk::answerTo(const Record &record, Visit &visit)
{
    Json answer = {{"key", record.json.at("key")}, {"caseId", visit.deviceCaseId}, {"kind", record.json.at("kind")}};
    auto done = carryOut(record, visit);
    if (done)
        answer["answer"] = std::move(*done);
    else
        answer["problem"] = {{"code", toJson(done.error())["code"]}};
    visit.refused = !done;
    return answer;
}

Outcome<Json> FerryDesk::carryOut(const Record &record, Visit &visit)
{
    const std::string kind = record.json.at("kind");
    if (kind != "createCase" && kind != "sendEvaluation" && visit.platformCaseId.empty())
        knowCase(visit);
    if (kind == "uploadPage" || kind == "uploadThumbnail" || kind == "uploadSupplement")
        return upload(record, visit);
    Call call;
    call.device = visit.device;
    call.headers["Idempotency-Key"] = record.json.at("key");
    call.bodyText = record.json.at("body");
    const std::string ofCase = "/v1/cases/" + visit.platformCaseId;
    const std::string path = kind == "createCase"       ? "/v1/cases"
                             : kind == "submitCase"     ? ofCase + "/submit"
                             : kind == "sendSupplement" ? ofCase + "/supplements"
                                                        : "/v1/evaluations";
    auto answer = ask("POST", path, std::move(call));
    if (!answer)
        return tl::unexpected<Problem>(answer.error());
    if (kind == "createCase")
        visit.platformCaseId = answer->body->at("caseId");
    return answer->body.value_or(Json::object());
}

// tus as the line speaks it: created once under the key, then whatever of the bytes is not here yet.
Outcome<Json> FerryDesk::upload(const Record &record, const Visit &visit)
{
    Call create;
    create.device = visit.device;
    create.headers = {{"Idempotency-Key", record.json.at("key")},
                      {"Tus-Resumable", "1.0.0"},
                      {"Upload-Length", std::to_string(record.page.size())},
                      {"Upload-Metadata",
                       uploadMetadata(Json::parse(record.json.at("body").get<std::string>()), visit.platformCaseId)}};
    const auto created = ask("POST", "/v1/uploads", create);
    if (!created)
        return tl::unexpected<Problem>(created.error());
    const std::string location = created->headers.at("Location");
    Call look;
    look.device = visit.device;
    look.headers["Tus-Resumable"] = "1.0.0";
    const auto stands = ask("HEAD", location, look);
    if (!stands)
        return tl::unexpected<Problem>(stands.error());
    const std::size_t offset = std::stoul(stands->headers.at("Upload-Offset"));
    if (offset < record.page.size()) {
        PageStream rest(std::string_view(record.page).substr(offset));
        Call bytes = look;
        bytes.headers["Upload-Offset"] = std::to_string(offset);
        bytes.stream = &rest;
        if (const auto sent = ask("PATCH", location, bytes); !sent)
            return tl::unexpected<Problem>(sent.error());
    }
    return Json{{"url", location}, {"bytes", record.page.size()}};
}

Outcome<Answer> FerryDesk::ask(const std::string &method, const std::string &path, Call call)
{
    const contract::Match match = m_contract.match(method, path);
    if (match.operation == nullptr)
        return refuse(ProblemCode::NotFound);
    call.operation = match.operation;
    call.path = path;
    call.pathParameters = match.pathParameters;
    call.clockMs = nowMs();
    if (match.operation->bodySchema) {
        call.body = Json::parse(call.bodyText, nullptr, false);
        if (call.body.is_discarded())
            return refuse(ProblemCode::BodyNotJson);
        if (const auto wrong = match.operation->bodySchema->check(call.body))
            return refuse(ProblemCode::BodyInvalid, wrong->pointer + ": " + wrong->rule);
    }
    return handlers::perform(m_city, call);
}

// The creation came by the line, and the terminal had not heard of it when it wrote the bundle.
void FerryDesk::knowCase(Visit &visit)
{
    const store::Transaction reading(m_city.database);
    if (const auto row = m_city.cases().findOfDevice(visit.device.id, visit.deviceCaseId))
        visit.platformCaseId = row->id;
}

} // namespace tongban::tests::platform::ferry
