// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<EscposOptions> EscposOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    const EscposOptions options{
        .paper = {.widthDots = object.integer(QStringLiteral("widthDots"), 192, 832, 576)},
        .chunkBytes = object.integer(QStringLiteral("chunkBytes"), 16, 4096, 256),
        .statusTimeout = object.milliseconds(QStringLiteral("statusTimeoutMs"), 20, 10'000, 500),
        .settleTimeout = object.milliseconds(QStringLiteral("settleTimeoutMs"), 20, 60'000, 5'000),
        .writeTimeout = object.milliseconds(QStringLiteral("writeTimeoutMs"), 20, 60'000, 5'000),
        .confirmTimeout = object.milliseconds(QStringLiteral("confirmTimeoutMs"), 20, 120'000, 15'000),
        .pollInterval = object.milliseconds(QStringLiteral("pollIntervalMs"), 20, 5'000, 200),
    };
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    return options;
}

} // namespace tongban::drivers::devices
