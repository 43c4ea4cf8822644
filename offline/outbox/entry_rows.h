// SPDX-License-Identifier: GPL-3.0-or-later
// How entries are spelt in the table, for the two that read it: SqlOutbox and SqlOutboxDesk.
#pragma once

#include "app/core/ports/outbox.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tongban::offline::outbox {

[[nodiscard]] QString nameOf(ports::OutboxKind kind);   // as in the table and in logs: "createCase" …
[[nodiscard]] QString nameOf(ports::OutboxState state); // "pending" …
[[nodiscard]] std::optional<ports::OutboxKind> kindFromName(const QString &name);
[[nodiscard]] std::optional<ports::OutboxState> stateFromName(const QString &name);
// A kind that a later program wrote and this one does not know reads as none.
[[nodiscard]] std::optional<ErrorKind> errorKindFromName(const QString &name);

// What a sealed payload or answer is bound to: it opens for its own entry only.
[[nodiscard]] QByteArray payloadContext(const QUuid &entry);
[[nodiscard]] QByteArray answerContext(const QUuid &entry);
[[nodiscard]] QByteArray bytesOf(const QJsonObject &json);

inline constexpr auto entryColumns = "id, kind, case_id, payload, attempts";
// A row of entryColumns. SealBroken (the payload does not open), StoreCorrupt (a kind that nobody knows).
[[nodiscard]] Result<ports::OutboxEntry> entryFrom(ports::Vault &vault, const store::Row &row);

// As it is kept in the entry's row. NotFound: no such entry.
[[nodiscard]] Result<QByteArray> sealedAnswer(store::Database &database, ports::Vault &vault, const QUuid &entry,
                                              const QJsonObject &answer);

// Counts anew what the entries that need this one still wait for; part of the caller's transaction. From the needs
// themselves and not by one less: a count that was ever wrong comes right instead of holding its entry for good.
[[nodiscard]] Result<void> recountThoseThatNeed(store::Database &database, const QUuid &entry);

} // namespace tongban::offline::outbox
