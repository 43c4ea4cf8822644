// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's configuration file: JSON, strict. Relative paths are taken from the file's own directory.
//
// {"site": {"siteCode", "hallName", "deviceId", "phone", "address", "hours",
//           optional "favourites": [item code, …] (first on the home page),
//           optional "heights": {"idCardReader": mm above the floor, …} (what a person who sits cannot reach is said)},
//  "stateDirectory": DIR, "deviceDirectories": [DIR, …],
//  optional "regions": FILE (as resources/regions/demonstration.json; absent: who must name a place is sent to the window),
//  optional "calendar": FILE (as resources/calendar/cn.json; absent: weekends are the only days off),
//  optional "backup": {"directory": DIR, "generations": 1…365}, sealed to platform.cityKeyFile,
//  optional "cipher": "aes-256-gcm" (when absent) | "sm4-gcm",
//  "platform": {"url", "ca": FILE, "certificate": FILE, "key": FILE, "appId", "cityKeyFile": FILE,
//               "signKeyFile": FILE or "hmacSecretFile": FILE (older gateways; receipts are not signed then),
//               or, instead of these six, what an enrolment brings:
//               "enrolment": {"url": of the city's door for new terminals, "ca": FILE, "directory": DIR},
//               optional "standbyUrl" (the platform's address for disasters), optional "proxy": "http://host:port",
//               optional "budget": [{"from": "08:00", "to": "18:00", "kilobytesPerSecond": 64}, …]},
//  "display": {"fullScreen": bool, "width": pixels, "height": pixels}, "logFile": FILE}
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/site_profile.h"
#include "app/core/domain/region_tree.h"
#include "app/core/domain/service_item.h"
#include "app/core/domain/work_calendar.h"
#include "app/main/platform_settings.h"
#include "offline/crypto/cipher.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace tongban::app {

struct DisplaySettings
{
    bool fullScreen = false;
    QSize size; // of the window, device-independent pixels
};

struct BackupSettings
{
    QString directory; // on another disk; empty: no backup
    int generations = 7;
};

struct KioskConfig
{
    domain::SiteProfile site;
    QString stateDirectory;
    domain::RegionTree regions; // what people can choose from when they are asked for a place
    domain::WorkCalendar calendar;                                                 // by which unsent cases alarm staff
    offline::crypto::CipherSuite cipher = offline::crypto::CipherSuite::Aes256Gcm; // of what the store seals
    QStringList deviceDirectories;                                                 // later ones override earlier ones
    PlatformSettings platform;
    BackupSettings backup;
    DisplaySettings display;
    QString logFile;
    std::optional<domain::ServiceItem> preview{}; // not of the file either: preview.h
    QString itemsDirectory; // not of the file, of the command line: author mode (author_mode.h); empty: the city's items
};

enum class Keys {
    Required,
    NotYet, // the terminal is about to be enrolled: whether it has keys is not asked
};

// Error: Misconfigured; `where` is the file, `detail` names the key or the place of the mistake.
[[nodiscard]] Result<KioskConfig> loadKioskConfig(const QString &file, Keys keys = Keys::Required);

} // namespace tongban::app
