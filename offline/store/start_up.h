// SPDX-License-Identifier: GPL-3.0-or-later
// What is done once, between opening the files and opening the door.
#pragma once

#include "app/core/ports/file_system.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

#include <QSet>
#include <QUuid>

#include <optional>

namespace tongban::offline::store {

// In `meta` since a recovery that nobody has looked at: no file is nobody's.
inline const auto salvagedKey = QStringLiteral("salvaged_at");

struct StateFiles
{
    QString database; // path
    QString vault;    // directory
    QString keys;     // directory of the owners' keys
    bool hasDatabase = false;
    bool holdsSealed = false; // something was sealed here before: then the device key must be there, too
};

// Makes the state directory, durably, and looks at what lies in it.
[[nodiscard]] Result<StateFiles> prepareFiles(ports::FileSystem &files, const QString &stateDirectory);

// An empty file of mode 0600, unless there is a database: SQLite would ask the umask. Its log gets the same mode.
[[nodiscard]] Result<void> makeDatabaseFile(ports::FileSystem &files, const StateFiles &state);

// One value of the terminal's own, by name; never personal data.
[[nodiscard]] Result<std::optional<QByteArray>> metaValue(Database &database, const QString &key);
[[nodiscard]] Result<void> setMetaValue(Database &database, const QString &key, const QByteArray &value);

// SealBroken when the database was sealed with another device key; else the vault may be used.
[[nodiscard]] Result<void> checkDeviceKey(Database &database, const ports::Vault &vault);

// True when the last run ended in order (or there was none). Clears the mark: from here on a stop is unclean until
// markCleanStop.
[[nodiscard]] Result<bool> beginRun(Database &database);
[[nodiscard]] Result<void> markCleanStop(Database &database);

// Whose sealed files are somebody's: drafts, and cases that are not erased.
[[nodiscard]] Result<QSet<QUuid>> namedOwners(Database &database);

// PRAGMA quick_check on a connection of its own; for a thread of its own. StoreCorrupt.
[[nodiscard]] Result<void> quickCheck(const QString &path);

} // namespace tongban::offline::store
