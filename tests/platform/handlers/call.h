// SPDX-License-Identifier: GPL-3.0-or-later
// A request that has kept the contract so far, and what is answered: free of HTTP's and TLS's libraries.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/base/problem.h"
#include "tests/platform/contract/contract.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace tongban::tests::platform::handlers {

struct Device // as the client certificate says
{
    std::string id;   // CN
    std::string site; // OU
};

// The body as it arrives.
class BodyStream
{
public:
    using Sink = std::function<bool(const char *bytes, std::size_t count)>; // false: no more, please
    virtual ~BodyStream() = default;
    // True when the whole body went into the sink; false: the connection ended first, or the sink refused.
    virtual bool read(const Sink &sink) = 0;
};

struct Call
{
    const contract::Operation *operation = nullptr;
    std::string path;
    std::map<std::string, std::string> pathParameters;
    std::map<std::string, std::string> headers; // those that the contract names, by the contract's spelling
    std::map<std::string, std::string> query;
    Device device;
    std::string bodyText;         // of a JSON operation, as it came
    Json body;                    // the same, keeping its schema
    BodyStream *stream = nullptr; // of a binary operation
    std::string signedBodySm3;    // what the signature says of a stream's body; empty: the request is not signed
    std::int64_t clockMs = 0;     // the city's clock for this request; a planned misfortune may have set it wrong

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

struct Answer
{
    int status = 200;
    std::optional<Json> body;
    std::map<std::string, std::string> headers;
};

} // namespace tongban::tests::platform::handlers
