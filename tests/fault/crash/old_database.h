// SPDX-License-Identifier: GPL-3.0-or-later
// The database of a terminal that was not updated for long: made by the old steps, with rows in it.
#pragma once

#include "offline/store/database.h"

namespace tongban::testing {

inline constexpr int firstOldSchema = 3; // the first with an outbox
inline constexpr int lastOldSchema = 5;
inline constexpr int rowsInOldDatabase = 5 * 40; // of cases, pages, outbox and what its entries need

[[nodiscard]] bool makeOldDatabase(const QString &path, int schema);
[[nodiscard]] int rowsOfOldDatabase(offline::store::Database &database); // of the same tables, as they are now

} // namespace tongban::testing
