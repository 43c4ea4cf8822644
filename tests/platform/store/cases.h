// SPDX-License-Identifier: GPL-3.0-or-later
// Cases as the city holds them, seen from one address. Every call happens inside the caller's Transaction.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"
#include "tests/platform/store/view.h"

#include <vector>

namespace tongban::tests::platform::store {

struct CaseRow
{
    std::string id;
    std::string device;
    std::string site;
    std::string localNumber;
    std::string deviceCaseId;
    std::string status; // created, then CaseStatus of the contract
    std::optional<std::string> projectNumber;
};

// Names one file of a case.
struct FileName
{
    std::string material; // "signature" for the signature
    std::int64_t page = 0;
    std::string part = "page"; // or "thumbnail"
};

struct PageRow
{
    FileName name;
    std::string sm3;
    std::int64_t bytes = 0;
    std::optional<std::string> file; // below the platform's files/; none: has not arrived
};

class Cases
{
public:
    Cases(Database &database, View view) : m_database(database), m_view(std::move(view)) {}

    // The platform's case id; none: the device has a case of this local number or case id already, as far as this
    // address sees. Announced pages are noted as not arrived. key: the Idempotency-Key.
    [[nodiscard]] std::optional<std::string> create(const Json &body, const std::string &key, std::int64_t nowMs);
    [[nodiscard]] std::optional<CaseRow> findByKey(const std::string &device, const std::string &key);
    [[nodiscard]] std::optional<CaseRow> find(const std::string &id);
    [[nodiscard]] std::optional<CaseRow> findOfDevice(const std::string &device, const std::string &deviceCaseId);
    [[nodiscard]] std::vector<PageRow> files(const std::string &id); // pages, thumbnails, the signature
    [[nodiscard]] std::optional<PageRow> file(const std::string &id, const FileName &name);

    // A page that nobody announced, of a supplement; one that is awaited stays as it is.
    void expect(const std::string &id, const FileName &name, const Json &facts) { announceFile(id, name, facts); }

    void submit(const CaseRow &row, std::int64_t nowMs);
    // Sets the status and tells the device's feed; from accepted on a case has a project number.
    void decide(const CaseRow &row, const std::string &status, std::int64_t nowMs);
    // Accepts what was submitted at or before `until` and still waits.
    void acceptSubmitted(std::int64_t until, std::int64_t nowMs);

    // False: the case has been rated.
    [[nodiscard]] bool evaluate(const std::string &id, const Json &evaluation);

private:
    [[nodiscard]] std::string nextProjectNumber(const std::string &site, std::int64_t nowMs);
    void announce(const std::string &id, const Json &body);
    void announceFile(const std::string &id, const FileName &name, const Json &facts);
    [[nodiscard]] std::optional<CaseRow> firstSeen(Statement &statement) const;

    Database &m_database;
    View m_view;
};

} // namespace tongban::tests::platform::store
