// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/uuid7.h"
#include "app/core/ports/audit_trail.h"
#include "app/core/ports/print_journal.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// The moves of ports/print_journal.h and no others; an illegal one changes nothing and is NotFound.
class SqlPrintJournal final : public ports::PrintJournal
{
public:
    SqlPrintJournal(Database &database, Uuid7Generator &ids, const Clock &clock, ports::AuditTrail &audit)
        : m_database(database), m_ids(ids), m_clock(clock), m_audit(audit)
    {}

    Result<ports::PrintJob> reserve(const QUuid &caseId) override;       // NotFound: no such case
    Result<ports::PrintJob> reserveSheet(const QString &sheet) override; // InputInvalid: empty
    Result<void> record(const QUuid &job, ports::PrintState state, const QString &detail) override;
    Result<ports::NewestPrint> newest(const QUuid &caseId) override;

    // At start: what was being printed when the power failed is Unknown, a person is asked. Answers how many.
    [[nodiscard]] Result<int> recoverPrinting();

private:
    Database &m_database;
    Uuid7Generator &m_ids;
    const Clock &m_clock;
    ports::AuditTrail &m_audit;
};

// Receipts that were on their way to paper become Unknown; its one value: now, in milliseconds. For whoever looks at
// its plan.
[[nodiscard]] const QString &interruptedPrints();

} // namespace tongban::offline::store
