// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>

namespace tongban::app {

// The one JSON object that a file holds. Misconfigured: `where` is the file, `detail` says what or the line.
[[nodiscard]] Result<QJsonObject> objectInFile(const QString &file);

} // namespace tongban::app
