// SPDX-License-Identifier: GPL-3.0-or-later
// What applicants brought for letters of correction. Every call happens inside the caller's Transaction.
#pragma once

#include "tests/platform/store/cases.h"

namespace tongban::tests::platform::store {

// Pages of a supplement lie among the case's files, under their own name: no page of the application is overwritten.
[[nodiscard]] FileName supplementFile(const std::string &supplement, const std::string &material, std::int64_t page);
[[nodiscard]] bool isOfSupplement(const FileName &name);

class Supplements
{
public:
    explicit Supplements(Database &database) : m_database(database) {}

    [[nodiscard]] bool isKept(const std::string &caseId, const std::string &id);
    [[nodiscard]] bool isAnswered(const std::string &notice);
    void keep(const std::string &caseId, const Json &body, std::int64_t nowMs);
    // The contract's bodies, each page with `file`; oldest first. For the control port.
    [[nodiscard]] Json dump(const std::string &caseId);

private:
    Database &m_database;
};

} // namespace tongban::tests::platform::store
