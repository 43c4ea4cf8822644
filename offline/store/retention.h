// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal keeps of an application after the office is done with it, and for how long (PIPL art. 19, 47).
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/audit_trail.h"
#include "offline/store/database.h"
#include "offline/vault/sealed_vault.h"

#include <chrono>

namespace tongban::offline::store {

inline constexpr int draftRetentionDays = 30; // 材料以后再带: a sealed draft waits so long (SCOPE row 21)

struct SweepReport
{
    int cases = 0;
    int drafts = 0;
    int pages = 0; // sealed files that belonged to nothing any more
};

// A sweep is due once a day. It does not trust a clock that has just leapt: after a gap that no terminal is switched
// off for, or a step back, the day is only noted, and the next one decides. Pure.
enum class SweepDue { No, NoteOnly, Yes };
[[nodiscard]] SweepDue sweepDue(const QDateTime &lastUtc, const QDateTime &nowUtc); // lastUtc invalid: never

// The cases whose time is up; its one value: now, in milliseconds. For whoever looks at its plan.
[[nodiscard]] const QString &casesWhoseTimeIsUp();

// Erases what was kept long enough:
//  - a case that the city has whole (no message of it is open) and that ended (closed, refused, withdrawn, terminated)
//    so many days ago as its item says. What stays is a tombstone: id, local number, item code, status, dates;
//  - a draft that nobody saved for draftRetentionDays;
//  - sealed pages that a draft no longer shows.
// The row goes first, in one transaction with its audit record, then the key, then the files: what a crash leaves in
// between, the next start erases as nobody's.
class Retention
{
public:
    // All outlive it.
    Retention(Database &database, vault::SealedVault &vault, ports::AuditTrail &audit, const Clock &clock)
        : m_database(database), m_vault(vault), m_audit(audit), m_clock(clock)
    {}

    // nullopt: not due. Errors as CaseStore; what was done until then stays done.
    [[nodiscard]] Result<std::optional<SweepReport>> sweepWhenDue();

    // Now, whatever its dates: somebody asked for it. NotFound: no such case, or erased before; Misconfigured: the city
    // does not have it whole.
    [[nodiscard]] Result<void> eraseCase(const QUuid &caseId);

    // Pages that were scanned again and belong to no draft any more. At start only: a session may hold pages that are
    // not saved yet.
    [[nodiscard]] Result<int> pruneDraftPages();

private:
    [[nodiscard]] Result<SweepReport> sweep();
    [[nodiscard]] Result<QList<QUuid>> casesToErase();
    [[nodiscard]] Result<int> discardOldDrafts();
    [[nodiscard]] Result<void> endCase(const QUuid &caseId);

    Database &m_database;
    vault::SealedVault &m_vault;
    ports::AuditTrail &m_audit;
    const Clock &m_clock;
};

} // namespace tongban::offline::store
