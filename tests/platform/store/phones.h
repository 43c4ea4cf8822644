// SPDX-License-Identifier: GPL-3.0-or-later
// Codes sent to telephones. Every call happens inside the caller's Transaction. Times: milliseconds since 1970 UTC.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

#include <optional>
#include <string>

namespace tongban::tests::platform::store {

struct PhoneRules
{
    int validSeconds = 300;
    int againSeconds = 60;
    int tries = 5;
    int codesPerDevice = 20; // within ten minutes
};

class Phones
{
public:
    explicit Phones(Database &database) : m_database(database) {}

    // For how long, in whole seconds, no code may go there; 0: one may.
    [[nodiscard]] int waitFor(const std::string &phone, const std::string &device, const PhoneRules &rules,
                              std::int64_t nowMs);
    // Makes a code and "sends" it; the challenge.
    [[nodiscard]] std::string send(const std::string &phone, const std::string &device, const PhoneRules &rules,
                                   std::int64_t nowMs);

    // PhoneCodeChecked of the contract.
    [[nodiscard]] Json check(const std::string &challenge, const std::string &phone, const std::string &device,
                             const std::string &code, const PhoneRules &rules, std::int64_t nowMs);

    // The numbers of a case: confirmed where the token is of this number and terminal.
    void take(const std::string &caseId, const Json &body);

    [[nodiscard]] Json codes(); // oldest first
    [[nodiscard]] Json given();

private:
    [[nodiscard]] bool isConfirmed(const Json &given, const std::string &phone, const std::string &device);

    Database &m_database;
};

} // namespace tongban::tests::platform::store
