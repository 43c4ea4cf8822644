// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>

#include <optional>

namespace tongban::app {

// Asks the running kiosk. None: nobody listens there, the kiosk is down. Error: PlatformBadAnswer (it went away, or
// said something that is no answer). Blocks until it has answered: an export takes minutes.
[[nodiscard]] std::optional<Result<QJsonObject>> askKiosk(const QString &socketPath, const QJsonObject &request);

} // namespace tongban::app
