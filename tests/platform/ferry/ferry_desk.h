// SPDX-License-Identifier: GPL-3.0-or-later
// Where bundles are handed in: every request goes through the very handlers of the line, under its own key, and the
// answers go back signed.
#pragma once

#include "tests/platform/ferry/bundle.h"
#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

namespace tongban::tests::platform::ferry {

class FerryDesk
{
public:
    // Both outlive it.
    FerryDesk(handlers::City &city, const contract::Contract &contract) : m_city(city), m_contract(contract) {}

    // The acknowledgement (offline/ferry/acknowledgement.h has its words), or why nothing was taken. Any thread; the
    // line may bring the same cases at the same time.
    [[nodiscard]] tl::expected<std::string, std::string> take(std::string_view file);

private:
    struct Visit // one case of one bundle
    {
        handlers::Device device;
        std::string deviceCaseId;
        std::string platformCaseId; // empty: not created yet
        bool refused = false;       // the rest of the case is left for another day
    };
    [[nodiscard]] Json answerTo(const Record &record, Visit &visit);
    Outcome<Json> carryOut(const Record &record, Visit &visit);
    Outcome<Json> upload(const Record &record, const Visit &visit);
    Outcome<handlers::Answer> ask(const std::string &method, const std::string &path, handlers::Call call);
    void knowCase(Visit &visit);

    handlers::City &m_city;
    const contract::Contract &m_contract;
};

} // namespace tongban::tests::platform::ferry
