// SPDX-License-Identifier: GPL-3.0-or-later
// Which commands the desk knows, and the keys of each (README.md).
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>

namespace tongban::drivers::emulator {

// InputInvalid names the command or the key that nobody knows. arguments: without "do".
Result<void> checkCommand(const QString &what, const QJsonObject &arguments);

} // namespace tongban::drivers::emulator
