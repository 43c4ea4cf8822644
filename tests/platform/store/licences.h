// SPDX-License-Identifier: GPL-3.0-or-later
// The licence library of the city. Every call happens inside the caller's Transaction.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

#include <string>

namespace tongban::tests::platform::store {

class Licences
{
public:
    explicit Licences(Database &database) : m_database(database) {}

    // entry: idNumber, licence, number, issued (text or null). Another number takes the place of the one before.
    void hold(const Json &entry);
    // [{licence, number, issued?}] of the contract, of those asked for.
    [[nodiscard]] Json held(const std::string &idNumber, const Json &asked);

private:
    Database &m_database;
};

} // namespace tongban::tests::platform::store
