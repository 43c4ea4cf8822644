// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal signs of a request (securitySchemes.signature of the contract). Pure.
#pragma once

#include <string>

namespace tongban::tests::platform::trust {

struct RequestFacts
{
    std::string method;
    std::string target; // path and query as they stand on the wire: "/v1/cases/changes?cursor=7"
    std::string appId;
    std::string deviceId;
    std::string timestamp; // milliseconds since 1970 UTC
    std::string nonce;
    std::string bodySm3;
};

[[nodiscard]] std::string requestText(const RequestFacts &facts);

} // namespace tongban::tests::platform::trust
