// SPDX-License-Identifier: GPL-3.0-or-later
// Every request of a terminal passes here: contract, signature, session, planned misfortune, handler, contract again,
// answer.
#pragma once

#include "tests/platform/faults/fault_plan.h"
#include "tests/platform/handlers/city.h"
#include "tests/platform/http/counters.h"
#include "tests/platform/http/http_body.h"
#include "tests/platform/http/signature_check.h"

namespace httplib {
struct Response;
}

namespace tongban::tests::platform::http {

enum class Door {
    Terminals, // with a client certificate
    Enrolment, // without; one operation only
};

class Dispatcher
{
public:
    Dispatcher(Door door, const contract::Contract &contract, handlers::City &city, faults::FaultPlan &faults,
               Counters &counters)
        : m_door(door), m_contract(contract), m_city(city), m_faults(faults), m_counters(counters), m_signatures(city)
    {}

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

    // One request on its way.
    struct Passage
    {
        const httplib::Request &request;
        contract::Match match;
        std::string label; // the template, not the path: counters and logs name operations, never cases
        std::optional<faults::Fault> fault;
        std::int64_t clockMs = 0;
        HttpBody body;
    };

    [[nodiscard]] contract::Match matchAtThisDoor(const httplib::Request &request) const;
    [[nodiscard]] Outcome<std::string> admit(const Passage &passage); // the body's signed digest
    [[nodiscard]] Outcome<handlers::Answer> answerTo(Passage &passage, const Outcome<std::string> &admitted);
    [[nodiscard]] Reply replyTo(Passage &passage, const Outcome<std::string> &admitted);
    [[nodiscard]] Reply replyUnderFault(Passage &passage);
    [[nodiscard]] Reply problemReply(const Passage &passage, const Json &problem,
                                     std::map<std::string, std::string> headers);
    void meter(Passage &passage);
    void breakLine(const Passage &passage);
    void write(const Reply &reply, const Passage &passage, httplib::Response &response);
    void writeSlowly(const Reply &reply, int ms, httplib::Response &response);

    Door m_door;
    const contract::Contract &m_contract;
    handlers::City &m_city;
    faults::FaultPlan &m_faults;
    Counters &m_counters;
    SignatureCheck m_signatures;
};

} // namespace tongban::tests::platform::http
