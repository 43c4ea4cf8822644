// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include "tests/platform/base/time.h"
#include "tests/platform/store/changes.h"

#include <httplib.h>

#include <algorithm>
#include <array>

namespace tongban::tests::platform::control {

using httplib::Request;
using httplib::Response;

namespace {

// CaseStatus of the contract: what the office can decide.
constexpr std::array statuses{"submitted", "preReturned",  "prePassed", "received",  "supplementing", "notAccepted",
                              "accepted",  "reviewing",    "suspended", "approved",  "rejected",      "feeDue",
                              "feePaid",   "licenceReady", "closed",    "delivered", "withdrawn",     "terminated"};

} // namespace

void routeCases(httplib::Server &server, Desk desk)
{
    server.Get("/cases", [desk](const Request &, Response &response) {
        store::Transaction transaction(desk.city.database);
        desk.city.acceptDue();
        const Json dump = store::dumpCases(desk.city.database);
        transaction.commit();
        give(response, {{"cases", dump}});
    });
    server.Post("/acceptance", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (!body.contains("afterMs") || !body["afterMs"].is_number_integer())
            return complain(response, 400, "afterMs: an integer, -1 for by hand");
        desk.city.acceptAfterMs = body["afterMs"].get<int>();
        give(response, body);
    });
    server.Post("/cases/([^/]+)/status", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const auto known = std::find(statuses.begin(), statuses.end(), body.value("status", Json()));
        if (known == statuses.end())
            return complain(response, 400, "status: one of CaseStatus");
        store::Transaction transaction(desk.city.database);
        store::Cases cases = desk.city.cases();
        const auto row = cases.find(request.matches[1]);
        if (!row)
            return complain(response, 404, "no such case");
        cases.decide(*row, *known, nowMs());
        transaction.commit();
        give(response, body);
    });
}

} // namespace tongban::tests::platform::control
