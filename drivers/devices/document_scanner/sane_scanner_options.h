// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

struct SaneScannerOptions
{
    QString device;            // SANE name, e.g. "genesys:libusb:001:004"
    QString configDirectory{}; // SANE_CONFIG_DIR of the scan program; empty = the system's
    QJsonObject settings{};    // SANE options by name: numbers in the option's unit, texts, true/false
    bool feeder = false;       // scan sheets until the feeder is empty
    bool duplex = false;       // both sides of each sheet; with a feeder only
    // How long a scan program that was dismissed may take to end before the next scan ends it.
    std::chrono::milliseconds formerTimeout{1500};

    // transport: kind "sane", device, optionally configDirectory. options: source, mode (texts), resolution (dpi),
    // feeder, duplex, formerTimeoutMs, saneOptions (any option by its SANE name); all optional: what is not named stays
    // as the backend has it. With a feeder and no source the backend's own word for it is found (sane_sources.h).
    static Result<SaneScannerOptions> fromJson(const QJsonObject &transport, const QJsonObject &options);
};

} // namespace tongban::drivers::devices
