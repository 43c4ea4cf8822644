// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/request_check.h"

#include "tests/platform/base/digest.h"

#include <httplib.h>

namespace tongban::tests::platform::http {

namespace {

constexpr std::size_t maxJsonBytes = 1024 * 1024;

std::optional<std::string> valueOf(const contract::Parameter &parameter, const contract::Match &match,
                                   const httplib::Request &request)
{
    if (parameter.in == "path")
        return match.pathParameters.at(parameter.name);
    if (parameter.in == "query")
        return request.has_param(parameter.name) ? std::optional(request.get_param_value(parameter.name))
                                                 : std::nullopt;
    return request.has_header(parameter.name) ? std::optional(request.get_header_value(parameter.name)) : std::nullopt;
}

Outcome<void> takeParameters(handlers::Call &call, const contract::Match &match, const httplib::Request &request)
{
    for (const contract::Parameter &parameter : call.operation->parameters) {
        const auto value = valueOf(parameter, match, request);
        if (!value && parameter.required)
            return refuse(ProblemCode::RequestInvalid, parameter.in + " " + parameter.name + " is missing");
        if (!value)
            continue;
        if (const auto wrong = parameter.schema->check(*value))
            return refuse(ProblemCode::RequestInvalid, parameter.in + " " + parameter.name + ": " + wrong->rule);
        (parameter.in == "query" ? call.query : call.headers)[parameter.name] = *value;
    }
    if (call.headers.contains("Tus-Resumable") && call.header("Tus-Resumable") != "1.0.0")
        return refuse(ProblemCode::TusVersion);
    return {};
}

bool isSigned(const handlers::Call &call)
{
    return call.signedBodySm3.empty() || sm3Hex(call.bodyText) == call.signedBodySm3;
}

Outcome<void> takeJson(handlers::Call &call, HttpBody &body)
{
    bool tooLarge = false;
    const bool whole = body.read([&](const char *bytes, std::size_t count) {
        tooLarge = tooLarge || call.bodyText.size() + count > maxJsonBytes;
        if (!tooLarge)
            call.bodyText.append(bytes, count);
        return true; // the rest of a body too large is read and let go: the connection stays usable
    });
    if (tooLarge)
        return refuse(ProblemCode::BodyTooLarge, "at most " + std::to_string(maxJsonBytes) + " bytes");
    if (!whole)
        return refuse(ProblemCode::BodyCut);
    if (!isSigned(call))
        return refuse(ProblemCode::SignatureWrong, "X-Body-SM3 is not the body's");
    call.body = Json::parse(call.bodyText, nullptr, false);
    if (call.body.is_discarded())
        return refuse(ProblemCode::BodyNotJson);
    if (const auto wrong = call.operation->bodySchema->check(call.body))
        return refuse(ProblemCode::BodyInvalid, (wrong->pointer.empty() ? "/" : wrong->pointer) + ": " + wrong->rule);
    return {};
}

} // namespace

Outcome<handlers::Call> checkRequest(const contract::Match &match, const httplib::Request &request,
                                     const handlers::Device &device, const std::string &signedBodySm3, HttpBody &body)
{
    handlers::Call call;
    call.signedBodySm3 = signedBodySm3;
    call.operation = match.operation;
    call.path = request.path;
    call.pathParameters = match.pathParameters;
    call.device = device;
    if (auto taken = takeParameters(call, match, request); !taken)
        return tl::unexpected<Problem>(taken.error());
    if (match.operation->bodyType.empty()) {
        if (!isSigned(call))
            return refuse(ProblemCode::SignatureWrong, "X-Body-SM3 is not that of no body");
        return call;
    }
    const std::string type = request.get_header_value("Content-Type");
    if (type.substr(0, type.find(';')) != match.operation->bodyType)
        return refuse(ProblemCode::MediaType, "wanted: " + match.operation->bodyType);
    if (!match.operation->bodySchema) {
        call.stream = &body;
        return call;
    }
    if (auto taken = takeJson(call, body); !taken)
        return tl::unexpected<Problem>(taken.error());
    return call;
}

} // namespace tongban::tests::platform::http
