// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/store/database.h"
#include "offline/store/offline_store.h"
#include "offline/store/state_lock.h"
#include "offline/vault/sealed_vault.h"

namespace tongban::offline::store {

struct OpenedFiles
{
    std::unique_ptr<StateLock> lock;
    crypto::Key deviceKey;
    vault::KeyProtection protection = vault::KeyProtection::BesideData;
    std::unique_ptr<vault::SealedVault> vault;
    std::optional<StoreReport> recovery; // the database was damaged
    std::unique_ptr<Database> database;  // of the latest schema, sealed with this device key
};

// Misconfigured names the option.
[[nodiscard]] Result<void> checkOptions(const OfflineOptions &options);

// Everything that lies on the disk, in the order of need: directory, lock, device key, owners' keys, database. What an
// earlier program left is brought forward. Errors as OfflineStore::open.
[[nodiscard]] Result<OpenedFiles> openFiles(const OfflineOptions &options, const Clock &clock,
                                            ports::FileSystem &files);

} // namespace tongban::offline::store
