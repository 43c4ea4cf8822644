// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/audit_trail.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// append is part of the caller's transaction when there is one, so that a deed and its record are there together.
class SqlAuditTrail final : public ports::AuditTrail
{
public:
    SqlAuditTrail(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    Result<void> append(const ports::AuditEvent &event) override;
    Result<std::vector<ports::AuditRecord>> records(qint64 fromSeq, int limit) override;
    Result<ports::AuditHead> head() override;
    Result<ports::AuditVerdict> verify() override;

private:
    [[nodiscard]] Result<void> insertNext(const ports::AuditEvent &event);

    Database &m_database;
    const Clock &m_clock;
};

[[nodiscard]] QString nameOf(ports::AuditActor actor); // as in the table: "villager" …

} // namespace tongban::offline::store
