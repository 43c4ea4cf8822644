// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/http/http_body.h"

namespace tongban::tests::platform::http {

// The request held against its operation: parameters, content type, body. A call that keeps the contract, or what is
// wrong with it (a body: its detail begins with the JSON pointer). signedBodySm3: what the signature says of the body,
// empty when the request is not signed; of a stream it is checked by the one who reads it.
[[nodiscard]] Outcome<handlers::Call> checkRequest(const contract::Match &match, const httplib::Request &request,
                                                   const handlers::Device &device, const std::string &signedBodySm3,
                                                   HttpBody &body);

} // namespace tongban::tests::platform::http
