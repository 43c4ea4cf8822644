// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/domain/work_calendar.h"
#include "app/core/ports/outbox_desk.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

namespace tongban::offline::outbox {

// What a person does with the entries of SqlOutbox; the transitions of a person, one row each:
//   parked, conflict --release-----> pending   (at once, under the same id; its bad answers are forgotten)
//   pending ----------hold---------> parked    (the reason is kept)
//   any but done -----acknowledge--> done      (as if the line had brought the answer; once more is fine)
// Anything else changes nothing and is NotFound.
class SqlOutboxDesk final : public ports::OutboxDesk
{
public:
    // The references outlive the desk. calendar: which days count until staff are alarmed.
    SqlOutboxDesk(store::Database &database, ports::Vault &vault, const Clock &clock, domain::WorkCalendar calendar)
        : m_database(database), m_vault(vault), m_clock(clock), m_calendar(std::move(calendar))
    {}

    Result<std::vector<ports::OutboxLine>> lines(std::optional<ports::OutboxState> state, int limit) override;
    Result<std::vector<ports::UnsentCase>> unsent() override;
    Result<void> release(const QUuid &entry) override;
    Result<void> hold(const QUuid &entry, const QString &reason) override;
    Result<std::vector<ports::OutboxEntry>> openEntriesOf(const QUuid &caseId) override;
    Result<void> acknowledge(const QUuid &entry, const QJsonObject &answer) override;
    Result<void> acknowledgeAll(const QUuid &caseId, const std::vector<ports::Acknowledged> &answers) override;

private:
    [[nodiscard]] Result<void> move(const QString &where, const QString &change, const QVariantList &values);
    [[nodiscard]] Result<void> finish(const QString &where, const QUuid &entry, const QByteArray &sealedAnswer);
    [[nodiscard]] Result<void> finishOf(const QUuid &caseId, const ports::Acknowledged &answer);
    [[nodiscard]] qint64 now() const { return m_clock.nowUtc().toMSecsSinceEpoch(); }

    store::Database &m_database;
    ports::Vault &m_vault;
    const Clock &m_clock;
    domain::WorkCalendar m_calendar;
};

} // namespace tongban::offline::outbox
