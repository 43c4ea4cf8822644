// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "drivers/devices/document_scanner/sane_sources.h"

#include <QJsonObject>

#include <sane/sane.h>

namespace tongban::drivers::devices {

// Sets options by name: true/false, numbers (SANE's own unit of the option) and texts. source, mode and resolution go
// first, because others depend on them; what is inactive waits until another setting makes it active. Misconfigured
// names the option that is unknown, of another type, or that stays inactive.
Result<void> applySettings(SANE_Handle device, const QJsonObject &settings);

// What the device can be asked for: options by name, with their texts where they have a list of them.
[[nodiscard]] SaneChoices choicesOf(SANE_Handle device);

} // namespace tongban::drivers::devices
