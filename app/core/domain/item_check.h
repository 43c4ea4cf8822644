// SPDX-License-Identifier: GPL-3.0-or-later
// What a schema cannot say of an item: that its parts fit together. Whether the right papers are asked on every path is
// the prover's to say (app/core/catalogue/prover.h).
#pragma once

#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

// Precondition: the item was read from its file without complaint. Keys are unique (situations, fields and the card's
// share one room of names), references name what is there, each type of field has what it needs and nothing else, a
// condition looks back only, every field stands on one page.
void checkItem(const ServiceItem &item, JsonVerdict &verdict);

} // namespace tongban::domain
