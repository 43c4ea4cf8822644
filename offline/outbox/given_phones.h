// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a case as the city is told of them (GivenPhone of resources/api/platform.openapi.yaml). Pure.
#pragma once

#include "app/core/domain/case_draft.h"

#include <QJsonArray>

namespace tongban::offline::outbox {

[[nodiscard]] QJsonArray givenPhones(const domain::CaseDraft &content);

} // namespace tongban::offline::outbox
