// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/kiosk_config.h"
#include "app/main/queue/queue_work.h"
#include "offline/store/offline_store.h"

namespace tongban::app {

// One store, whoever opens it: the kiosk, or a tool while the kiosk is down.
[[nodiscard]] inline offline::store::OfflineOptions storeOptionsOf(const KioskConfig &config)
{
    return {.stateDirectory = config.stateDirectory,
            .siteCode = config.site.siteCode,
            .deviceId = config.site.deviceId,
            .cipher = config.cipher,
            .calendar = config.calendar};
}

[[nodiscard]] inline QueueSettings queueSettingsOf(const KioskConfig &config)
{
    return {.deviceId = config.site.deviceId,
            .siteCode = config.site.siteCode,
            .signKeyFile = config.platform.signKeyFile,
            .cityKeyFile = config.platform.cityKeyFile};
}

// The kiosk's door for its tools (control_door.h).
[[nodiscard]] inline QString controlSocketOf(const KioskConfig &config)
{
    return config.stateDirectory + QStringLiteral("/control.sock");
}

} // namespace tongban::app
