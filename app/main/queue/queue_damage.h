// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/queue/queue_work.h"

namespace tongban::app {

// What became of a database that was found damaged when this store was opened (OfflineStore::recovery), for a
// technician: {damaged: false}, or {damaged: true, at, quarantine, cases, tables: [{table, saved, fromBackup, lost}]}.
// Numbers only, nobody's data.
[[nodiscard]] Result<QJsonObject> damageReport(const OnStore &onStore);

// A technician has seen it: from the next start on, sealed files that no case names are swept again. Errors: the
// store's.
[[nodiscard]] Result<QJsonObject> acknowledgeDamage(const OnStore &onStore);

} // namespace tongban::app
