// SPDX-License-Identifier: GPL-3.0-or-later
// Signing on, and the catalogue.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/time.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> signOn(City &city, const Call &call)
{
    if (call.body["deviceId"] != call.device.id || call.body["siteCode"] != call.device.site)
        return refuse(ProblemCode::DeviceMismatch, "deviceId or siteCode is not the client certificate's");
    const Sessions::Session session = city.sessions.open(call.device.id, nowMs());
    return Answer{.status = 201,
                  .body = Json{{"token", session.token}, {"expiresAt", formatUtc(session.expiresAtMs)}},
                  .headers = {}};
}

Outcome<Answer> fetchCatalogue(City &city, const Call &call)
{
    Json snapshot = city.catalogue();
    if (snapshot.is_null())
        return refuse(ProblemCode::Internal, "there is no catalogue");
    const std::string tag = "\"" + snapshot["version"].get<std::string>() + "\"";
    if (call.header("If-None-Match").find(tag) != std::string::npos)
        return Answer{.status = 304, .body = std::nullopt, .headers = {{"ETag", tag}}};
    return Answer{.status = 200, .body = std::move(snapshot), .headers = {{"ETag", tag}}};
}

} // namespace tongban::tests::platform::handlers
