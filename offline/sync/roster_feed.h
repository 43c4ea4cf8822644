// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/sync_store.h"

#include <QJsonObject>

namespace tongban::offline::sync {

// Where the store's memory keeps the last good roster: the city's JSON, compact, with its signature. Whoever reads it
// opens it with the city's key (offline/platform/roster.h).
inline constexpr auto rosterKey = "roster";

// Keeps a roster whose signature was checked, unless one is held that is later: a recorded answer, or a late address
// of the city, must bring no revoked key back. Answers whether it is held now (it may have been before). On the
// store's Lane. Errors: the store's.
[[nodiscard]] Result<bool> keepRoster(const SyncStore &store, const QJsonObject &roster);

// {version} of the roster that is held; empty: none is.
[[nodiscard]] Result<QString> heldRosterVersion(const SyncStore &store);

} // namespace tongban::offline::sync
