// SPDX-License-Identifier: GPL-3.0-or-later
// An ID card as a draft keeps it. Internal to app/core/domain.
#pragma once

#include "app/core/domain/id_card.h"
#include "app/core/domain/json_reader.h"

namespace tongban::domain {

// Photo and fingerprint are of one reading only: nothing that is stored holds them.
[[nodiscard]] QJsonObject toJson(const IdCard &card);
// What is wrong is blamed on the reader's verdict.
[[nodiscard]] IdCard cardFrom(JsonReader &in);

} // namespace tongban::domain
