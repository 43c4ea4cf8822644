// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk adds to a store that it opens, and says in the log when it cannot be had.
#pragma once

#include "app/core/base/log.h"
#include "app/core/domain/work_calendar.h"
#include "app/core/ports/file_system.h"
#include "app/main/kiosk_config.h"
#include "offline/store/offline_store.h"

namespace tongban::app {

// "kind", "where" and "detail" of the error.
void logError(LogEvent event, const Error &error);

// A backup that cannot be had is no reason to close the hall: the log says so, the store goes on without.
[[nodiscard]] offline::store::OfflineOptions withBackup(offline::store::OfflineOptions options, const KioskConfig &config,
                                                        ports::FileSystem &files);

// A calendar that does not know the year's holidays takes weekends for the only days off: the log says so.
void complainAbout(const domain::WorkCalendar &calendar, int year);

} // namespace tongban::app
