// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/outbox.h"
#include "app/core/ports/vault.h"
#include "offline/outbox/entry_rows.h"
#include "offline/store/database.h"

#include <QList>

#include <chrono>

namespace tongban::offline::outbox {

// An entry said to wait longer than this is due at once: its time was set by a clock that has been put right since.
inline constexpr std::chrono::hours longestWait{24};

struct NewEntry
{
    QUuid id; // UUIDv7; becomes the Idempotency-Key
    ports::OutboxKind kind = ports::OutboxKind::CreateCase;
    QUuid caseId;
    QJsonObject payload;
    QList<QUuid> needs; // entries that must be done before this one may leave
};

// The two questions that are asked all the time; here so that a test can look at their plans. Per class 2 and 3 times
// in milliseconds UTC are bound.
[[nodiscard]] const QString &headsOfTheClasses(); // (now, now + longestWait) → priority, seq
[[nodiscard]] const QString &timesOfTheClasses(); // (now + longestWait, now, now + longestWait) → not_before

// The transitions (ports/outbox.h), one row each; those of a person are SqlOutboxDesk's:
//   pending --claim--> inFlight --complete--> done      (its payload is forgotten, its answer kept)
//                      inFlight --retry-----> pending   (not before a time; parked once backoff.h gives it up)
//                      inFlight --park------> parked
//                      inFlight --conflict--> conflict
//                      inFlight --recover---> pending   (at once, under the same id)
// Anything else changes nothing and is NotFound.
//
// claim and nextDue cost the same with ten entries and with a hundred thousand, whatever state those are in: they look
// at the head of each class in an index of the entries that wait for nothing but their time.
class SqlOutbox final : public ports::Outbox
{
public:
    // All outlive the outbox.
    SqlOutbox(store::Database &database, ports::Vault &vault, const Clock &clock)
        : m_database(database), m_vault(vault), m_clock(clock)
    {}

    // Part of the caller's transaction: a message exists exactly when what it tells of does.
    [[nodiscard]] Result<void> enqueue(const NewEntry &entry);

    // Of what is due, by claim_order.h. One whose payload does not open any more is parked and logged on the way.
    Result<std::optional<ports::OutboxEntry>> claim(const QDateTime &nowUtc) override;
    Result<void> complete(const QUuid &entry, const QJsonObject &answer) override;
    Result<void> retry(const QUuid &entry, const Error &error, const QDateTime &notBeforeUtc) override;
    Result<void> park(const QUuid &entry, const Error &error) override;
    Result<void> conflict(const QUuid &entry, const Error &error) override;
    Result<QJsonObject> answerOf(const QUuid &caseId, ports::OutboxKind kind) override;
    Result<int> recoverInFlight() override;
    Result<std::optional<QDateTime>> nextDue() override;

private:
    struct Misses // equal errors of an entry, in a row
    {
        int inARow = 1;
        qint64 since = 0; // when the first of them came
    };
    [[nodiscard]] Result<store::Rows> markNextInFlight(const QDateTime &nowUtc);
    [[nodiscard]] Result<Misses> missesWith(const QUuid &entry, const Error &error);
    [[nodiscard]] Result<void> leaveFlight(const QString &where, const QString &assignments, QVariantList values,
                                           const QUuid &entry);
    [[nodiscard]] Result<void> handToPerson(const QString &where, const QString &state, const QUuid &entry,
                                            const Error &error);
    [[nodiscard]] qint64 now() const { return m_clock.nowUtc().toMSecsSinceEpoch(); }

    store::Database &m_database;
    ports::Vault &m_vault;
    const Clock &m_clock;
    unsigned m_turn = 0; // entries handed out since the start
};

} // namespace tongban::offline::outbox
