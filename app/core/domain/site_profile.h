// SPDX-License-Identifier: GPL-3.0-or-later
// The hall this terminal stands in; from the configuration file.
#pragma once

#include "app/core/domain/device_health.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tongban::domain {

struct SiteProfile
{
    QString siteCode; // 12 digits, GB/T 2260 + 10114, down to the village
    QString hallName; // 青山镇便民服务中心
    QString deviceId; // unique in the city, e.g. K01
    QString phone;    // of the hall, printed and shown
    QString address;
    QString hours;    // 工作日 9:00—17:00
    QStringList favourites{}; // item codes that stand first on the home page, in this order; may be empty
    QMap<DeviceClass, int> heights{}; // mm above the floor of where a device takes or gives; absent: not measured
};

// From a wheelchair, forward: 0.4 to 1.2 m (ISO 21542). What was not measured is taken to be within reach.
[[nodiscard]] inline bool isWithinReach(const SiteProfile &site, DeviceClass device)
{
    constexpr int lowest = 400;
    constexpr int highest = 1200;
    const auto height = site.heights.constFind(device);
    return height == site.heights.cend() || (*height >= lowest && *height <= highest);
}

} // namespace tongban::domain
