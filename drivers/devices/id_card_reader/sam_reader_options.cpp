// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/sam_reader_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<SamReaderOptions> SamReaderOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const SamReaderOptions options{
        .findInterval = object.milliseconds(QStringLiteral("findIntervalMs"), 10, 2000, 300),
        .findTimeout = object.milliseconds(QStringLiteral("findTimeoutMs"), 50, 10'000, 1000),
        .selectTimeout = object.milliseconds(QStringLiteral("selectTimeoutMs"), 50, 10'000, 1000),
        .readTimeout = object.milliseconds(QStringLiteral("readTimeoutMs"), 50, 20'000, 3000),
        .fingerprint = object.boolean(QStringLiteral("fingerprint"), false),
        .readNewAddress = object.boolean(QStringLiteral("readNewAddress"), false),
        .photoLibrary = object.string(QStringLiteral("photoLibrary"), {}),
        .photoTimeout = object.milliseconds(QStringLiteral("photoTimeoutMs"), 50, 20'000, 2000),
    };
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    return options;
}

} // namespace tongban::drivers::devices
