// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of item_check. Internal to app/core/domain. Pointers are those of the file: the card's fields and page,
// which it does not have, are not counted.
#pragma once

#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

void checkFields(const ServiceItem &item, JsonVerdict &verdict);  // types, choices, rows, bounds, prefill
void checkWhens(const ServiceItem &item, JsonVerdict &verdict);   // every condition tree of the file
void checkPlaces(const ServiceItem &item, JsonVerdict &verdict);  // pages
void checkPapers(const ServiceItem &item, JsonVerdict &verdict);  // materials, proofs
void checkGeneral(const ServiceItem &item, JsonVerdict &verdict); // fee, dates, limits, eligibility, selfService

[[nodiscard]] QString at(const char *list, size_t index, const char *key); // "/fields/3/key"

} // namespace tongban::domain
