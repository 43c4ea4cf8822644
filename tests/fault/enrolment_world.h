// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal of one directory that is enrolled at the reference city, and then speaks to it.
#pragma once

#include "offline/platform/enrolment.h"
#include "tests/platform/platform_process.h"
#include "tests/unit/offline/http_rig.h"

#include <QJsonDocument>

namespace tongban::tests {

inline const QString newDevice = QStringLiteral("K77");
inline const QString newSite = QStringLiteral("330782101001");

[[nodiscard]] inline QUrl doorOf(const platform::PlatformProcess &city)
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(city.enrolPort()));
}

[[nodiscard]] inline offline::platform::EnrolmentConfig enrolmentIn(const platform::PlatformProcess &city,
                                                                    const QString &directory)
{
    return {.url = doorOf(city),
            .caFile = city.caFile(),
            .proxy = {},
            .deviceId = newDevice,
            .siteCode = newSite,
            .directory = directory};
}

// What the papers in a directory open; Misconfigured: there are none, or they do not hold together.
[[nodiscard]] inline Result<offline::platform::PlatformAccess> accessBy(const platform::PlatformProcess &city,
                                                                        const QString &directory)
{
    QFile file(directory + QStringLiteral("/enrolled.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, file.fileName(), file.errorString());
    const QJsonObject enrolled = QJsonDocument::fromJson(file.readAll()).object();
    const auto text = [&](const char *member) { return enrolled.value(QLatin1String(member)).toString(); };
    const auto path = [&](const char *member) { return directory + QLatin1Char('/') + text(member); };
    return offline::platform::prepareAccess({.url = city.baseUrl(),
                                             .caFile = path("ca"),
                                             .certificateFile = path("certificate"),
                                             .keyFile = path("key"),
                                             .deviceId = text("deviceId"),
                                             .siteCode = text("siteCode"),
                                             .appId = text("appId"),
                                             .cityKeyFile = path("cityKeyFile"),
                                             .signKeyFile = path("signKeyFile"),
                                             .hmacSecretFile = {},
                                             .proxy = {}});
}

// The real client signs on with these papers and asks a question.
[[nodiscard]] inline Result<QJsonObject> spokenTo(const offline::platform::PlatformAccess &access)
{
    const SystemClock machine;
    offline::platform::TrustedClock clock(machine, offline::platform::buildDayUtc());
    offline::platform::HttpCityPlatform client(
        access, {}, clock, std::make_unique<MapUploadMemory>(std::make_shared<MapUploadMemory::Map>()));
    return await(client.pullChanges({}));
}

} // namespace tongban::tests
