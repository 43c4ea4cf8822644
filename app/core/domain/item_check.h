// SPDX-License-Identifier: GPL-3.0-or-later
// What a schema cannot say of an item: that its parts fit together.
#pragma once

#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

void checkItem(const ServiceItem &item, JsonVerdict &verdict);

} // namespace tongban::domain
