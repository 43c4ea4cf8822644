// SPDX-License-Identifier: GPL-3.0-or-later
// Every request of a terminal passes here: contract, session, planned misfortune, handler, contract again, answer.
#pragma once

#include "tests/platform/faults/fault_plan.h"
#include "tests/platform/handlers/city.h"
#include "tests/platform/http/counters.h"
#include "tests/platform/http/http_body.h"

namespace httplib {
struct Response;
}

namespace tongban::tests::platform::http {

class Dispatcher
{
public:
    Dispatcher(const contract::Contract &contract, handlers::City &city, faults::FaultPlan &faults, Counters &counters)
        : m_contract(contract), m_city(city), m_faults(faults), m_counters(counters)
    {
    }

    // Any thread, many at once.
    void handle(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader);

private:
    struct Reply
    {
        int status = 200;
        std::string mediaType;
        std::optional<Json> body;
        std::map<std::string, std::string> headers;
    };

    [[nodiscard]] Outcome<handlers::Answer> answerTo(const contract::Match &match, const httplib::Request &request,
                                                     HttpBody &body);
    [[nodiscard]] Reply replyTo(const contract::Match &match, const httplib::Request &request, HttpBody &body);
    [[nodiscard]] Reply replyUnder(const std::optional<faults::Fault> &fault, const contract::Match &match,
                                   const httplib::Request &request, HttpBody &body);
    [[nodiscard]] Reply problemReply(const contract::Match &match, const httplib::Request &request, Json problem) const;
    void write(const Reply &reply, const std::optional<faults::Fault> &fault, const httplib::Request &request,
               httplib::Response &response);
    void writeSlowly(const Reply &reply, int ms, httplib::Response &response);

    const contract::Contract &m_contract;
    handlers::City &m_city;
    faults::FaultPlan &m_faults;
    Counters &m_counters;
};

} // namespace tongban::tests::platform::http
