// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged database: what reads is saved, the damaged files are kept whole, a technician is told.
#pragma once

#include "app/core/base/clock.h"
#include "offline/store/offline_store.h"
#include "offline/store/salvage.h"
#include "offline/store/start_up.h"

namespace tongban::offline::store {

// Salvages what reads, fills the gaps from the newest backup that is whole (its parts open with the device key), and
// puts the result in the database's place. The damaged files lie in quarantine/<time>/ before anything is replaced, and
// are never deleted. Killed at any moment the next open begins anew or finishes. Errors: StoreFull, StoreUnwritable:
// nothing was touched.
[[nodiscard]] Result<StoreReport> recoverDatabase(ports::FileSystem &files, const OfflineOptions &options,
                                                  const StateFiles &state, const crypto::Key &deviceKey,
                                                  ports::Vault &vault, const Clock &clock);

// A recovery was killed on its last step: ends it. Fine when there is nothing to end.
[[nodiscard]] Result<void> finishRecovery(ports::FileSystem &files, const QString &stateDirectory);

// The background check found damage: the next open recovers first.
[[nodiscard]] Result<void> markDamaged(ports::FileSystem &files, const QString &stateDirectory);
[[nodiscard]] Result<bool> isMarkedDamaged(ports::FileSystem &files, const QString &stateDirectory);

} // namespace tongban::offline::store
