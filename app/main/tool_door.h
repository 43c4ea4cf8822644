// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/main/control_door.h"
#include "app/main/kiosk_config.h"
#include "offline/store/offline_store.h"

#include <functional>
#include <memory>

namespace tongban::app {

// On the store's Lane; null while the store is not open.
using StoreGetter = std::function<offline::store::OfflineStore *()>;

// The door through which tongban-queue asks this kiosk, listening in the state directory, which must be there and
// locked. storeLane, files and clock outlive it. Error: StoreUnwritable (no socket can be had): the hall goes on
// without it.
[[nodiscard]] Result<std::unique_ptr<ControlDoor>> openToolDoor(const KioskConfig &config, Lane &storeLane,
                                                                const StoreGetter &store, ports::FileSystem &files,
                                                                const Clock &clock);

} // namespace tongban::app
