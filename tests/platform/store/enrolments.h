// SPDX-License-Identifier: GPL-3.0-or-later
// One-time codes of new terminals, and what was answered for each. Every call happens inside the caller's Transaction.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

namespace tongban::tests::platform::store {

struct EnrolmentRow
{
    std::string device;
    std::string site;
    std::optional<std::string> keys; // digest of the two public keys that used the code; none: nobody has
    std::optional<Json> answer;
    std::optional<std::int64_t> expiresAtMs; // none: it does not
};

class Enrolments
{
public:
    explicit Enrolments(Database &database) : m_database(database) {}

    // A code that was there before begins anew.
    void permit(const std::string &code, const std::string &device, const std::string &site,
                std::optional<std::int64_t> expiresAtMs);
    [[nodiscard]] std::optional<EnrolmentRow> find(const std::string &code);
    void use(const std::string &code, const std::string &keys, const Json &answer);

private:
    Database &m_database;
};

} // namespace tongban::tests::platform::store
