// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/dispatcher.h"

#include "tests/platform/base/log.h"
#include "tests/platform/base/time.h"
#include "tests/platform/handlers/perform.h"
#include "tests/platform/http/connection.h"
#include "tests/platform/http/request_check.h"

#include <httplib.h>

#include <algorithm>

namespace tongban::tests::platform::http {

using faults::Fault;
using faults::FaultKind;

namespace {

bool asks(const std::optional<Fault> &fault, FaultKind kind)
{
    return fault && fault->kind == kind;
}

// The template, not the path: counters and logs name operations, never cases.
std::string labelOf(const contract::Match &match, const httplib::Request &request)
{
    return match.operation ? match.operation->method + " " + match.operation->pathTemplate : request.method + " (unknown)";
}

std::string tokenOf(const httplib::Request &request)
{
    const std::string value = request.get_header_value("Authorization");
    return value.rfind("Bearer ", 0) == 0 ? value.substr(7) : std::string();
}

constexpr const char *garbage = "{\"caseId\": \xff\xfe<html>502 Bad Gateway";

} // namespace

Outcome<handlers::Answer> Dispatcher::answerTo(const contract::Match &match, const httplib::Request &request, HttpBody &body)
{
    if (!match.operation)
        return refuse(match.pathKnown ? ProblemCode::MethodNotAllowed : ProblemCode::NotFound);
    const handlers::Device device = deviceOf(request.ssl);
    if (match.operation->needsSession && !m_city.sessions.holds(tokenOf(request), device.id, nowMs()))
        return refuse(ProblemCode::SessionExpired);
    auto call = checkRequest(match, request, device, body);
    if (!call)
        return tl::unexpected<Problem>(call.error());
    m_counters.handled(labelOf(match, request));
    return handlers::perform(m_city, *call);
}

Dispatcher::Reply Dispatcher::problemReply(const contract::Match &match, const httplib::Request &request, Json problem) const
{
    Reply reply{.status = problem["status"], .mediaType = "application/problem+json", .body = std::nullopt, .headers = {}};
    if (request.path.rfind("/v1/uploads", 0) == 0)
        reply.headers = {{"Tus-Resumable", "1.0.0"}, {"Tus-Version", "1.0.0"}};
    if (request.method != "HEAD") // an answer to HEAD has no body
        reply.body = std::move(problem);
    if (!reply.body || !match.operation)
        return reply;
    if (const auto wrong = contract::checkAnswer(*match.operation, reply.status, reply.mediaType, &*reply.body, reply.headers))
        logLine("answer.violates", {{"pointer", wrong->pointer}, {"rule", wrong->rule}});
    return reply;
}

Dispatcher::Reply Dispatcher::replyTo(const contract::Match &match, const httplib::Request &request, HttpBody &body)
{
    auto answer = answerTo(match, request, body);
    if (!answer)
        return problemReply(match, request, toJson(answer.error()));
    const std::string mediaType = answer->body ? "application/json" : "";
    const Json *content = answer->body ? &*answer->body : nullptr;
    if (const auto wrong = contract::checkAnswer(*match.operation, answer->status, mediaType, content, answer->headers)) {
        m_counters.violation();
        logLine("answer.violates",
                {{"operation", match.operation->id}, {"pointer", wrong->pointer}, {"rule", wrong->rule}});
        return problemReply(match, request, toJson({ProblemCode::Internal, "our answer breaks our contract"}));
    }
    return {.status = answer->status,
            .mediaType = mediaType,
            .body = std::move(answer->body),
            .headers = std::move(answer->headers)};
}

Dispatcher::Reply Dispatcher::replyUnder(const std::optional<Fault> &fault, const contract::Match &match,
                                         const httplib::Request &request, HttpBody &body)
{
    if (asks(fault, FaultKind::Status))
        return problemReply(match, request, plannedProblem(fault->status, fault->code));
    if (asks(fault, FaultKind::Duplicate)) {
        body.buffer();
        (void)replyTo(match, request, body);
    }
    return replyTo(match, request, body);
}

void Dispatcher::handle(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader)
{
    const contract::Match match = m_contract.match(request.method, request.path);
    const std::string label = labelOf(match, request);
    const std::int64_t began = nowMs();
    m_counters.request(label);
    const std::optional<Fault> fault = m_faults.take(request.method, request.path);
    if (fault)
        m_counters.fault(faults::nameOf(fault->kind));
    if (const auto latency = m_faults.latency(); latency.count() > 0)
        m_faults.wait(latency);

    HttpBody body(request, reader);
    if (asks(fault, FaultKind::Drop)) {
        if (fault->afterBytes > 0) { // what arrived of a page before the cut is kept
            body.cutAfter(static_cast<std::size_t>(fault->afterBytes));
            (void)replyTo(match, request, body);
        }
        cutConnection(request.ssl);
        logLine("request", {{"label", label}, {"fault", "drop"}});
        return;
    }
    const Reply reply = replyUnder(fault, match, request, body);
    body.drain();
    if (asks(fault, FaultKind::LoseAnswer))
        cutConnection(request.ssl);
    else
        m_counters.answer(label, reply.status);
    logLine("request", {{"label", label},
                        {"status", reply.status},
                        {"ms", nowMs() - began},
                        {"fault", fault ? Json(faults::nameOf(fault->kind)) : Json(nullptr)}});
    write(reply, fault, request, response);
}

void Dispatcher::write(const Reply &reply, const std::optional<Fault> &fault, const httplib::Request &request,
                       httplib::Response &response)
{
    response.status = reply.status;
    if (asks(fault, FaultKind::Garbage)) {
        response.status = reply.body ? reply.status : 200; // 204 could not carry it
        if (request.method != "HEAD")
            response.set_content(garbage, reply.body ? reply.mediaType : "application/json");
        return; // the headers are lost, too
    }
    for (const auto &[name, value] : reply.headers)
        response.set_header(name, value);
    if (asks(fault, FaultKind::Slow))
        writeSlowly(reply, fault->ms, response);
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
    response.set_content_provider(text->size(), reply.mediaType,
                                  [this, text, piece, pause](std::size_t offset, std::size_t left, httplib::DataSink &sink) {
                                      m_faults.wait(pause);
                                      return sink.write(text->data() + offset, std::min(piece, left));
                                  });
}

} // namespace tongban::tests::platform::http
