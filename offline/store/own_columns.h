// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/vault.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// The part of the step to schema 6 that needs the vault. Earlier programs sealed drafts, cases and messages with one
// key for the whole database, so that an erased case still opened in a copy of it. Seals each with its owner's key
// instead: all or nothing, once; afterwards it looks at one row. Errors as Database and Vault::sealOwned.
[[nodiscard]] Result<void> ownColumns(Database &database, ports::Vault &vault);

} // namespace tongban::offline::store
