// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include <httplib.h>

namespace tongban::tests::platform::control {

using httplib::Request;
using httplib::Response;

void routeFaults(httplib::Server &server, Desk desk)
{
    server.Get("/faults", [desk](const Request &, Response &response) { give(response, desk.faults.toJson()); });
    server.Delete("/faults", [desk](const Request &, Response &response) {
        desk.faults.clear();
        give(response, desk.faults.toJson());
    });
    server.Post("/faults", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const auto added = desk.faults.add(body);
        if (added)
            give(response, desk.faults.toJson());
        else
            complain(response, 400, added.error());
    });
    server.Get("/counters", [desk](const Request &, Response &response) { give(response, desk.counters.toJson()); });
    server.Delete("/sessions", [desk](const Request &, Response &response) {
        desk.city.sessions.expireAll();
        give(response, Json::object());
    });
    server.Post("/replication", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const Json lag = body.value("lagMs", Json());
        if (!lag.is_number_integer() || lag < 0)
            return complain(response, 400, "lagMs: an integer, 0 for none");
        desk.city.replicationLagMs = lag.get<int>();
        give(response, body);
    });
}

} // namespace tongban::tests::platform::control
