// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/control_server.h"

#include "tests/platform/base/time.h"
#include "tests/platform/http/connection.h"
#include "tests/platform/store/cases.h"
#include "tests/platform/store/changes.h"

#include <httplib.h>

#include <array>

namespace tongban::tests::platform::control {

namespace {

using httplib::Request;
using httplib::Response;

// CaseStatus of the contract: what the office can decide.
constexpr std::array statuses{"submitted", "preReturned", "prePassed", "received",  "supplementing", "notAccepted",
                              "accepted",  "reviewing",   "suspended", "approved",  "rejected",      "feeDue",
                              "feePaid",   "licenceReady", "closed",   "delivered", "withdrawn",     "terminated"};

void give(Response &response, const Json &body, int status = 200)
{
    response.status = status;
    response.set_content(body.dump(), "application/json");
}

void complain(Response &response, int status, const std::string &what)
{
    give(response, {{"error", what}}, status);
}

// The body as an object; a null after complaining.
Json objectIn(const Request &request, Response &response)
{
    Json body = Json::parse(request.body, nullptr, false);
    if (body.is_object())
        return body;
    complain(response, 400, "the body is not a JSON object");
    return nullptr;
}

} // namespace

ControlServer::ControlServer(handlers::City &city, faults::FaultPlan &faults, http::Counters &counters)
    : m_city(city), m_faults(faults), m_counters(counters), m_server(std::make_unique<httplib::Server>())
{
    routeFaults();
    routeCases();
}

ControlServer::~ControlServer() = default;

void ControlServer::routeFaults()
{
    m_server->Get("/faults", [this](const Request &, Response &response) { give(response, m_faults.toJson()); });
    m_server->Delete("/faults", [this](const Request &, Response &response) {
        m_faults.clear();
        give(response, m_faults.toJson());
    });
    m_server->Post("/faults", [this](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const auto added = m_faults.add(body);
        if (added)
            give(response, m_faults.toJson());
        else
            complain(response, 400, added.error());
    });
    m_server->Get("/counters", [this](const Request &, Response &response) { give(response, m_counters.toJson()); });
    m_server->Delete("/sessions", [this](const Request &, Response &response) {
        m_city.sessions.expireAll();
        give(response, Json::object());
    });
}

void ControlServer::routeCases()
{
    m_server->Get("/cases", [this](const Request &, Response &response) {
        store::Transaction transaction(m_city.database);
        m_city.acceptDue();
        const Json dump = store::dumpCases(m_city.database);
        transaction.commit();
        give(response, {{"cases", dump}});
    });
    m_server->Post("/acceptance", [this](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (!body.contains("afterMs") || !body["afterMs"].is_number_integer())
            return complain(response, 400, "afterMs: an integer, -1 for by hand");
        m_city.acceptAfterMs = body["afterMs"].get<int>();
        give(response, body);
    });
    m_server->Post("/cases/([^/]+)/status", [this](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        const auto known = std::find(statuses.begin(), statuses.end(), body.value("status", Json()));
        if (known == statuses.end())
            return complain(response, 400, "status: one of CaseStatus");
        store::Transaction transaction(m_city.database);
        store::Cases cases(m_city.database);
        const auto row = cases.find(request.matches[1]);
        if (!row)
            return complain(response, 404, "no such case");
        cases.decide(*row, *known, nowMs());
        transaction.commit();
        give(response, body);
    });
}

tl::expected<int, std::string> ControlServer::listen(int port)
{
    const int bound = port == 0 ? m_server->bind_to_any_port("127.0.0.1")
                                : (m_server->bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0)
        return tl::unexpected<std::string>("control port " + std::to_string(port) + " of 127.0.0.1 cannot be had");
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    return bound;
}

void ControlServer::stop()
{
    m_server->stop();
    http::cutAllConnections(); // idle ones would be waited for
    m_thread.join();
}

} // namespace tongban::tests::platform::control
