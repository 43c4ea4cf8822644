// SPDX-License-Identifier: GPL-3.0-or-later
// A question to the licence library as JSON, and its answer. Pure. Shapes: resources/api/platform.openapi.yaml.
#pragma once

#include "app/core/ports/city_desk.h"

#include <QJsonObject>

namespace tongban::offline::platform {

[[nodiscard]] QJsonObject licenceQuery(const ports::LicenceQuestion &question);

// PlatformBadAnswer: outside the contract. What was not asked for is not taken: nobody agreed to it.
[[nodiscard]] Result<QMap<QString, domain::HeldLicence>> heldLicences(const QJsonObject &answer,
                                                                      const QStringList &asked);

} // namespace tongban::offline::platform
