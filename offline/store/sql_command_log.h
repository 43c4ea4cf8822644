// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/audit_trail.h"
#include "app/core/ports/city_commands.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// Rows are never deleted: a few a year, and what was here before must be known.
class SqlCommandLog final : public ports::CommandLog
{
public:
    SqlCommandLog(Database &database, ports::AuditTrail &audit, const Clock &clock)
        : m_database(database), m_audit(audit), m_clock(clock)
    {}

    Result<void> take(const ports::PulledCommands &pulled) override;
    Result<std::optional<ports::OpenCommand>> next() override;
    Result<void> settle(const QUuid &id, const ports::CommandOutcome &outcome) override;
    Result<void> reported(const QUuid &id) override;
    Result<ports::StandingOrders> standing(const QDateTime &nowUtc) override;

private:
    [[nodiscard]] Result<void> takeOne(const ports::CityCommand &command);
    [[nodiscard]] Result<void> refuse(const ports::RefusedCommand &refused);
    [[nodiscard]] Result<void> record(const QString &id, const ports::CommandOutcome &outcome);

    Database &m_database;
    ports::AuditTrail &m_audit;
    const Clock &m_clock;
};

} // namespace tongban::offline::store
