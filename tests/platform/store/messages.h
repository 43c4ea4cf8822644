// SPDX-License-Identifier: GPL-3.0-or-later
// What the city tells its terminals: notices of the office, and commands. Every call happens inside the caller's
// Transaction.
#pragma once

#include "tests/platform/store/cases.h"

namespace tongban::tests::platform::store {

inline constexpr int messagesAPage = 100;

class Notices
{
public:
    explicit Notices(Database &database) : m_database(database) {}

    // notice: kind, due (text or null), title, items of the contract's Notice.
    void issue(const CaseRow &row, const Json &notice, std::int64_t nowMs);
    // {cursor, notices} of the contract; stops before the first whose case this address does not see yet.
    [[nodiscard]] Json since(const View &view, const std::string &device, std::int64_t after);

    enum class Letter { Unknown, Open, Withdrawn }; // of a correction to this case
    [[nodiscard]] Letter letter(const std::string &caseId, const std::string &notice);
    void withdraw(const std::string &caseId); // every letter of the case

private:
    Database &m_database;
};

class Commands
{
public:
    explicit Commands(Database &database) : m_database(database) {}

    // The new command's id. text: none for kinds without.
    std::string issue(const std::string &device, const std::string &kind, const std::optional<std::string> &text,
                      std::int64_t nowMs, std::int64_t expiresAtMs);
    // {cursor, commands} of the contract, the commands not yet signed.
    [[nodiscard]] Json since(const std::string &device, std::int64_t after);
    enum class Report { Kept, Unknown, Twice };
    [[nodiscard]] Report report(const std::string &device, const std::string &id, const Json &outcome);
    [[nodiscard]] Json dump(); // [{id, deviceId, kind, text, outcome, detail}], for the control port

private:
    Database &m_database;
};

} // namespace tongban::tests::platform::store
