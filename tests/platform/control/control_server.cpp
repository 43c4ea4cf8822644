// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/control_server.h"

#include "tests/platform/http/connection.h"

#include <httplib.h>

#include <array>

namespace tongban::tests::platform::control {

namespace {

constexpr std::array groups{routeFaults,   routeCases,  routeMessages, routeLicences,
                            routePhones, routeDevices, routeFerry};

void answerThrown(const httplib::Request &, httplib::Response &response, std::exception_ptr thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception &error) { // a member of another type than the route reads
        complain(response, 400, error.what());
    }
}

} // namespace

ControlServer::ControlServer(handlers::City &city, faults::FaultPlan &faults, http::Counters &counters,
                             const contract::Contract &contract)
    : m_server(std::make_unique<httplib::Server>())
{
    for (const RouteGroup group : groups)
        group(*m_server, {.city = city, .faults = faults, .counters = counters, .contract = contract});
    m_server->set_exception_handler(answerThrown);
}

ControlServer::~ControlServer() = default;

tl::expected<int, std::string> ControlServer::listen(int port)
{
    const int bound =
        port == 0 ? m_server->bind_to_any_port("127.0.0.1") : (m_server->bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0)
        return tl::unexpected<std::string>("control port " + std::to_string(port) + " of 127.0.0.1 cannot be had");
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    return bound;
}

void ControlServer::stop()
{
    if (!m_thread.joinable())
        return;
    m_server->stop();
    http::cutAllConnections(); // idle ones would be waited for
    m_thread.join();
}

} // namespace tongban::tests::platform::control
