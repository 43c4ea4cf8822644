// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own line to a test's city.
#pragma once

#include "app/main/city_line.h"
#include "tests/fault/sync_city.h"

namespace tongban::tests {

[[nodiscard]] inline app::KioskConfig lineConfigOf(const SyncCity &city)
{
    const auto platform = city.config();
    app::KioskConfig config;
    config.site.deviceId = platform.deviceId;
    config.site.siteCode = platform.siteCode;
    config.platform = {.url = platform.url,
                       .standbyUrl = {},
                       .enrolment = {},
                       .caFile = platform.caFile,
                       .certificateFile = platform.certificateFile,
                       .keyFile = platform.keyFile,
                       .appId = platform.appId,
                       .cityKeyFile = platform.cityKeyFile,
                       .signKeyFile = platform.signKeyFile,
                       .hmacSecretFile = {},
                       .proxy = {},
                       .budget = {}};
    return config;
}

// Asks for everything several times a second.
[[nodiscard]] inline offline::sync::SyncOptions hastySync()
{
    offline::sync::SyncOptions options;
    options.pollEvery = options.catalogueEvery = options.noticesEvery = options.commandsEvery = std::chrono::milliseconds(100);
    return options;
}

} // namespace tongban::tests
