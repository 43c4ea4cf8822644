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
    using namespace std::chrono_literals;
    offline::sync::SyncOptions options;
    options.backoff = {.first = 50ms, .cap = 500ms};
    options.pollEvery = options.pollEagerly = options.noticesEvery = options.catalogueEvery = options.commandsEvery = 100ms;
    return options;
}

} // namespace tongban::tests
