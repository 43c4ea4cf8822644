// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of routes behind the tester's door. A new group is one function of this form in a file of its own (or in a
// room of its own that links this one), named in the list of control_server.cpp.
#pragma once

#include "tests/platform/contract/contract.h"
#include "tests/platform/faults/fault_plan.h"
#include "tests/platform/handlers/city.h"
#include "tests/platform/http/counters.h"

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

namespace tongban::tests::platform::control {

// What a route may reach; all of it outlives the server.
struct Desk
{
    handlers::City &city;
    faults::FaultPlan &faults;
    http::Counters &counters;
    const contract::Contract &contract;
};

using RouteGroup = void (*)(httplib::Server &server, Desk desk);

void routeFaults(httplib::Server &server, Desk desk);   // faults, counters, sessions, replication
void routeCases(httplib::Server &server, Desk desk);    // dump, decisions, acceptance
void routeMessages(httplib::Server &server, Desk desk); // notices, commands
void routeLicences(httplib::Server &server, Desk desk); // what the licence library holds
void routePhones(httplib::Server &server, Desk desk);   // codes as a telephone shows them, and the city's rules for them
void routeDevices(httplib::Server &server, Desk desk);  // enrolment codes, revocation, secrets
void routeFerry(httplib::Server &server, Desk desk);    // bundles on a stick

// --- for the routes ---
void give(httplib::Response &response, const Json &body, int status = 200);
void complain(httplib::Response &response, int status, const std::string &what); // {"error": what}
// The body as an object; a null after complaining.
[[nodiscard]] Json objectIn(const httplib::Request &request, httplib::Response &response);
// The first of these members that is not a text with something in it; empty: all are.
[[nodiscard]] std::string missingText(const Json &body, std::initializer_list<const char *> members);

} // namespace tongban::tests::platform::control
