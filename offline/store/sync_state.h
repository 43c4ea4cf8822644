// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QHash>
#include <QString>

#include <functional>

namespace tongban::offline::store {

class Database;

// Until when all that the city said of the cases here is known (UTC, ISO 8601); written by sync, shown to people.
inline constexpr auto changesAsOfKey = "changes.as-of";

// What sync remembers between runs, by name: the cursor of the change feed, the catalogue's ETag. Never personal data
// (stored as it is). On the store's Lane; durable when a call returns. Errors as CaseStore.
class SyncState
{
public:
    explicit SyncState(Database &database) : m_database(database) {}

    // Empty when it was never set: for a cursor that means "from the beginning".
    [[nodiscard]] Result<QString> value(const QString &key);
    // An empty value is forgotten.
    [[nodiscard]] Result<void> setValue(const QString &key, const QString &value);
    // All whose names begin so: ASCII, no wildcards.
    [[nodiscard]] Result<QHash<QString, QString>> named(const QString &prefix);

    // What work does to this store (the outbox, say) is durable together when the call returns; any error of it, and
    // nothing has been done.
    [[nodiscard]] Result<void> together(const std::function<Result<void>()> &work);

private:
    Database &m_database;
};

} // namespace tongban::offline::store
