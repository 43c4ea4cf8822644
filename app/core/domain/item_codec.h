// SPDX-License-Identifier: GPL-3.0-or-later
// A service item as the catalogue publishes it (resources/schema/item.schema.json) becomes a ServiceItem.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

// Strict: types, unknown keys, and what a schema cannot say (a page's fields exist and stand on one page only,
// visibleWhen names an earlier choice and its values, keys are unique, prefill sources are known). Error:
// Misconfigured, the detail begins with the JSON pointer of the place.
[[nodiscard]] Result<ServiceItem> itemFromJson(const QJsonObject &json);

} // namespace tongban::domain
