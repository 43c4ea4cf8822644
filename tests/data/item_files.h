// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped service items, as tests walk them.
#pragma once

#include "app/core/domain/service_item.h"

#include <QJsonObject>
#include <QStringList>

namespace tongban::tests {

[[nodiscard]] QStringList itemFileNames();                   // resources/items/*.json, sorted
[[nodiscard]] QJsonObject itemJson(const QString &fileName); // empty when it is no JSON object
// Precondition: the item is sound (items_test proves that all are).
[[nodiscard]] domain::ServiceItem itemOfFile(const QString &fileName);

[[nodiscard]] QStringList themeFileNames(); // resources/themes/*.json, sorted
[[nodiscard]] QJsonObject themeJson(const QString &fileName);
// The theme as what people choose. Precondition: it and its items are sound (themes_test proves that all are).
[[nodiscard]] domain::ServiceItem themeOfFile(const QString &fileName);

} // namespace tongban::tests
