// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/power_supply/nut_ups_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<NutUpsOptions> NutUpsOptions::fromJson(const QJsonObject &json)
{
    StrictObject object(json, QStringLiteral("options."));
    NutUpsOptions options;
    options.ups = object.string(QStringLiteral("ups"));
    options.answerTimeout = object.milliseconds(QStringLiteral("answerTimeoutMs"), 50, 20'000, 2000);
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    return options;
}

} // namespace tongban::drivers::devices
