// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/dispatcher.h"

#include "tests/platform/base/log.h"
#include "tests/platform/base/time.h"
#include "tests/platform/faults/spoil.h"
#include "tests/platform/handlers/perform.h"
#include "tests/platform/http/connection.h"
#include "tests/platform/http/request_check.h"

#include <httplib.h>

#include <algorithm>
#include <limits>

namespace tongban::tests::platform::http {

using faults::Fault;
using faults::FaultKind;

namespace {

bool asks(const std::optional<Fault> &fault, FaultKind kind)
{
    return fault && fault->kind == kind;
}

std::int64_t clockUnder(const std::optional<Fault> &fault)
{
    if (asks(fault, FaultKind::ClockAhead))
        return nowMs() + fault->ms;
    return asks(fault, FaultKind::ClockBehind) ? nowMs() - fault->ms : nowMs();
}

void spoil(const std::optional<Fault> &fault, handlers::Answer &answer)
{
    if (asks(fault, FaultKind::SignatureWrong) && answer.body)
        faults::spoilSignatures(*answer.body);
    if (asks(fault, FaultKind::ManifestWrong) && answer.body)
        faults::spoilItems(*answer.body);
}

std::string tokenOf(const httplib::Request &request)
{
    const std::string value = request.get_header_value("Authorization");
    return value.rfind("Bearer ", 0) == 0 ? value.substr(7) : std::string();
}

constexpr const char *garbage = "{\"caseId\": \xff\xfe<html>502 Bad Gateway";

} // namespace

contract::Match Dispatcher::matchAtThisDoor(const httplib::Request &request) const
{
    contract::Match match = m_contract.match(request.method, request.path);
    if (match.operation && (match.operation->id == "enrolTerminal") != (m_door == Door::Enrolment))
        return {};
    return match;
}

Outcome<std::string> Dispatcher::admit(const Passage &passage)
{
    if (!passage.match.operation || !passage.match.operation->needsSignature)
        return std::string();
    return m_signatures.check(passage.request, deviceOf(passage.request.ssl).id, passage.clockMs);
}

Outcome<handlers::Answer> Dispatcher::answerTo(Passage &passage, const Outcome<std::string> &admitted)
{
    const contract::Operation *operation = passage.match.operation;
    if (!operation)
        return refuse(passage.match.pathKnown ? ProblemCode::MethodNotAllowed : ProblemCode::NotFound);
    if (!admitted)
        return tl::unexpected<Problem>(admitted.error());
    const handlers::Device device = deviceOf(passage.request.ssl);
    if (operation->needsSession && !m_city.sessions.holds(tokenOf(passage.request), device.id, nowMs()))
        return refuse(ProblemCode::SessionExpired);
    auto call = checkRequest(passage.match, passage.request, device, *admitted, passage.body);
    if (!call)
        return tl::unexpected<Problem>(call.error());
    call->clockMs = passage.clockMs;
    m_counters.handled(passage.label);
    return handlers::perform(m_city, *call);
}

Dispatcher::Reply Dispatcher::problemReply(const Passage &passage, const Json &problem,
                                           std::map<std::string, std::string> headers)
{
    Reply reply{.status = problem["status"],
                .mediaType = "application/problem+json",
                .body = std::nullopt,
                .headers = std::move(headers)};
    if (passage.request.path.rfind("/v1/uploads", 0) == 0)
        reply.headers.insert({{"Tus-Resumable", "1.0.0"}, {"Tus-Version", "1.0.0"}});
    if (asks(passage.fault, FaultKind::SignatureWrong))
        faults::spoilSignatures(reply.headers);
    if (passage.request.method != "HEAD") // an answer to HEAD has no body
        reply.body = problem;
    if (!reply.body || !passage.match.operation)
        return reply;
    if (const auto wrong = contract::checkAnswer(*passage.match.operation, reply.status, reply.mediaType, &*reply.body,
                                                 reply.headers)) {
        m_counters.violation();
        logLine("answer.violates",
                {{"operation", passage.match.operation->id}, {"pointer", wrong->pointer}, {"rule", wrong->rule}});
    }
    return reply;
}

Dispatcher::Reply Dispatcher::replyTo(Passage &passage, const Outcome<std::string> &admitted)
{
    auto answer = answerTo(passage, admitted);
    if (!answer)
        return problemReply(passage, toJson(answer.error()), answer.error().headers);
    spoil(passage.fault, *answer);
    const std::string mediaType = answer->body ? "application/json" : "";
    const Json *content = answer->body ? &*answer->body : nullptr;
    const contract::Operation &operation = *passage.match.operation;
    if (const auto wrong = contract::checkAnswer(operation, answer->status, mediaType, content, answer->headers)) {
        m_counters.violation();
        logLine("answer.violates", {{"operation", operation.id}, {"pointer", wrong->pointer}, {"rule", wrong->rule}});
        return problemReply(passage, toJson({ProblemCode::Internal, "our answer breaks our contract"}), {});
    }
    return {.status = answer->status,
            .mediaType = mediaType,
            .body = std::move(answer->body),
            .headers = std::move(answer->headers)};
}

Dispatcher::Reply Dispatcher::replyUnderFault(Passage &passage)
{
    const std::optional<Fault> &fault = passage.fault;
    if (asks(fault, FaultKind::Status))
        return problemReply(passage, plannedProblem(fault->status, fault->code), {});
    if (asks(fault, FaultKind::RetryAfter)) {
        const std::string when = fault->asDate ? formatHttpDate(passage.clockMs + fault->seconds * std::int64_t{1000})
                                               : std::to_string(fault->seconds);
        return problemReply(passage, plannedProblem(fault->status, fault->code), {{"Retry-After", when}});
    }
    const Outcome<std::string> admitted = admit(passage);
    if (asks(fault, FaultKind::Duplicate)) { // behind the city's gateway, which has admitted it once
        passage.body.buffer();
        (void)replyTo(passage, admitted);
    }
    if (asks(fault, FaultKind::Replay)) {
        passage.body.buffer();
        (void)replyTo(passage, admitted);
        return replyTo(passage, admit(passage));
    }
    return replyTo(passage, admitted);
}

// Counts an upload's bytes and lets the line break where it is planned to.
void Dispatcher::meter(Passage &passage)
{
    if (!passage.match.operation || passage.match.operation->id != "continueUpload")
        return;
    std::size_t left = std::numeric_limits<std::size_t>::max();
    if (asks(passage.fault, FaultKind::Drop))
        left = static_cast<std::size_t>(passage.fault->afterBytes);
    passage.body.passThrough(
        [this, left, upload = passage.match.pathParameters.at("uploadId")](std::size_t arriving) mutable {
            const std::size_t passing = std::min(left, m_faults.passing(arriving));
            left -= passing;
            m_counters.uploadBytes(upload, static_cast<std::int64_t>(arriving));
            return passing;
        });
}

void Dispatcher::breakLine(const Passage &passage)
{
    m_counters.unread(unreadBytes(passage.request.ssl));
    cutConnection(passage.request.ssl);
    logLine("request",
            {{"label", passage.label}, {"fault", passage.fault ? faults::nameOf(passage.fault->kind) : "dropEvery"}});
}

void Dispatcher::handle(const httplib::Request &request, httplib::Response &response,
                        const httplib::ContentReader *reader)
{
    const std::int64_t began = nowMs();
    Passage passage{.request = request,
                    .match = matchAtThisDoor(request),
                    .label = {},
                    .fault = m_faults.take(request.method, request.path, request.get_header_value("Upload-Metadata")),
                    .clockMs = 0,
                    .body = HttpBody(request, reader)};
    passage.label = passage.match.operation ? request.method + " " + passage.match.operation->pathTemplate
                                            : request.method + " (unknown)";
    m_counters.request(passage.label);
    m_counters.arrival(began);
    if (passage.fault)
        m_counters.fault(faults::nameOf(passage.fault->kind));
    if (const auto latency = m_faults.latency(); latency.count() > 0)
        m_faults.wait(latency);
    passage.clockMs = clockUnder(passage.fault);
    meter(passage);

    if (asks(passage.fault, FaultKind::Silent)) {
        m_faults.wait(std::chrono::milliseconds(passage.fault->ms));
        return breakLine(passage);
    }
    if (asks(passage.fault, FaultKind::Drop)) {
        if (passage.fault->afterBytes > 0) // what arrived of a page before the cut is kept
            (void)replyTo(passage, admit(passage));
        return breakLine(passage);
    }
    const Reply reply = replyUnderFault(passage);
    if (passage.body.isBroken())
        return breakLine(passage);
    passage.body.drain();
    if (asks(passage.fault, FaultKind::LoseAnswer))
        cutConnection(request.ssl);
    else
        m_counters.answer(passage.label, reply.status);
    logLine("request", {{"label", passage.label},
                        {"status", reply.status},
                        {"ms", nowMs() - began},
                        {"fault", passage.fault ? Json(faults::nameOf(passage.fault->kind)) : Json(nullptr)}});
    write(reply, passage, response);
}

void Dispatcher::write(const Reply &reply, const Passage &passage, httplib::Response &response)
{
    response.status = reply.status;
    if (asks(passage.fault, FaultKind::Garbage)) {
        response.status = reply.body ? reply.status : 200; // 204 could not carry it
        if (passage.request.method != "HEAD")
            response.set_content(garbage, reply.body ? reply.mediaType : "application/json");
        return; // the headers are lost, too
    }
    for (const auto &[name, value] : reply.headers)
        response.set_header(name, value);
    if (asks(passage.fault, FaultKind::Slow))
        writeSlowly(reply, passage.fault->ms, response);
    else if (reply.body)
        response.set_content(reply.body->dump(), reply.mediaType);
}

void Dispatcher::writeSlowly(const Reply &reply, int ms, httplib::Response &response)
{
    constexpr int pieces = 8;
    const std::chrono::milliseconds pause(ms / pieces);
    if (!reply.body) {
        m_faults.wait(pause * pieces);
        return;
    }
    auto text = std::make_shared<std::string>(reply.body->dump());
    const std::size_t piece = std::max<std::size_t>(1, text->size() / pieces);
    response.set_content_provider(
        text->size(), reply.mediaType,
        [this, text, piece, pause](std::size_t offset, std::size_t left, httplib::DataSink &sink) {
            m_faults.wait(pause);
            return sink.write(text->data() + offset, std::min(piece, left));
        });
}

} // namespace tongban::tests::platform::http
