// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of an item's file beside its form. Internal to app/core/domain.
#pragma once

#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

namespace tongban::domain {

// Each reads its part of the file into `item`.
void readNames(JsonReader &in, ServiceItem &item);     // code … summary
void readService(JsonReader &in, ServiceItem &item);   // selfService, devices, dates, eligibility
void readRules(JsonReader &in, ServiceItem &item);     // conditions … supervision
void readMeasures(JsonReader &in, ServiceItem &item);  // paperForms, paperMaterials
void readMaterials(JsonReader &in, ServiceItem &item); // parties, materials
void readEnglish(JsonReader &in, ServiceItem &item);

} // namespace tongban::domain
