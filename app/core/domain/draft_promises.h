// SPDX-License-Identifier: GPL-3.0-or-later
// What a draft knows beside its answers and pages: promises, the word of the licence library, confirmed phones, where
// the applicant lives.
// Internal to app/core/domain.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/json_reader.h"

namespace tongban::domain {

// Members that say nothing are left out.
void putPromises(QJsonObject &json, const CaseDraft &draft);
void readPromises(JsonReader &in, CaseDraft &draft);

} // namespace tongban::domain
