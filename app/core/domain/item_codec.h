// SPDX-License-Identifier: GPL-3.0-or-later
// A service item as the catalogue publishes it (resources/schema/item.schema.json) becomes a ServiceItem.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

// Strict: what the schema says, unknown keys, and what a schema cannot say (item_check.h). The card's fields and page
// are put in front. Error: Misconfigured, the detail begins with the JSON pointer of the first place that is wrong.
[[nodiscard]] Result<ServiceItem> itemFromJson(const QJsonObject &json);

struct ItemVerdict
{
    ServiceItem item; // whole when there is no complaint
    std::vector<JsonComplaint> complaints;
};
// The same with every complaint, for authors. What a schema cannot say is judged once the schema is kept.
[[nodiscard]] ItemVerdict judgeItem(const QJsonObject &json);

} // namespace tongban::domain
