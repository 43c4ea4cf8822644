// SPDX-License-Identifier: GPL-3.0-or-later
// The schema as numbered steps forward. A step that has shipped is never edited: the next one corrects it. All names,
// answers, addresses and ID numbers lie in BLOB columns sealed by the vault; a person is found by keyed digest.
#pragma once

#include "offline/store/database.h"

namespace tongban::offline::store {

[[nodiscard]] int latestSchema(); // PRAGMA user_version of a database of this program

// Brings the database from whatever version it has up to `target`; each step is one transaction with its version
// number, so a power cut leaves a whole version. Errors as Database, Misconfigured for a schema of a later program.
[[nodiscard]] Result<void> migrate(Database &database, int target = latestSchema());

[[nodiscard]] Result<int> schemaOf(Database &database);

} // namespace tongban::offline::store
