// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

namespace tongban::drivers::devices {

struct SaneScannerOptions
{
    QString device;            // SANE name, e.g. "genesys:libusb:001:004"
    QString configDirectory{}; // SANE_CONFIG_DIR of the scan program; empty = the system's
    QJsonObject settings{};    // SANE options by name: numbers in the option's unit, texts, true/false
    bool feeder = false;       // scan sheets until the feeder is empty

    // transport: kind "sane", device, optionally configDirectory. options: source, mode (texts), resolution (dpi),
    // feeder, saneOptions (any option by its SANE name); all optional: what is not named stays as the backend has it.
    static Result<SaneScannerOptions> fromJson(const QJsonObject &transport, const QJsonObject &options);
};

} // namespace tongban::drivers::devices
