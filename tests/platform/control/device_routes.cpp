// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/time.h"
#include "tests/platform/store/enrolments.h"

#include <httplib.h>

namespace tongban::tests::platform::control {

using httplib::Request;
using httplib::Response;

void routeDevices(httplib::Server &server, Desk desk)
{
    server.Post("/enrolment-codes", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (const std::string missing = missingText(body, {"code", "deviceId", "siteCode"}); !missing.empty())
            return complain(response, 400, missing + ": a text");
        if (body.contains("expiresInSeconds") && !body["expiresInSeconds"].is_number_integer())
            return complain(response, 400, "expiresInSeconds: a whole number");
        std::optional<std::int64_t> expiresAt;
        if (body.contains("expiresInSeconds"))
            expiresAt = nowMs() + 1000 * body["expiresInSeconds"].get<std::int64_t>();
        store::Transaction transaction(desk.city.database);
        store::Enrolments(desk.city.database).permit(body["code"], body["deviceId"], body["siteCode"], expiresAt);
        transaction.commit();
        give(response, body);
    });
    server.Post("/devices/([^/]+)/revoked", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (!body.contains("revoked") || !body["revoked"].is_boolean())
            return complain(response, 400, "revoked: true or false");
        store::Transaction transaction(desk.city.database);
        store::Roster roster = desk.city.roster();
        roster.takeIn();
        if (!roster.revoke(request.matches[1], body.value("keyId", ""), body["revoked"]))
            return complain(response, 404, "no such key");
        transaction.commit();
        give(response, body);
    });
    server.Post("/devices/([^/]+)/secret", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const auto secret = fromHex(body.value("hex", ""));
        if (!secret || secret->empty())
            return complain(response, 400, "hex: the secret in hexadecimal");
        store::Transaction transaction(desk.city.database);
        desk.city.roster().setSecret(request.matches[1], *secret);
        transaction.commit();
        give(response, Json::object());
    });
}

} // namespace tongban::tests::platform::control
