// SPDX-License-Identifier: GPL-3.0-or-later
// The situations of an item, as tests walk them.
#pragma once

#include "app/core/catalogue/situation_paths.h"

#include <vector>

namespace tongban::tests {

[[nodiscard]] std::vector<catalogue::SituationPath> everyPath(const domain::ServiceItem &item);

// Whether somebody has to be there on this path who cannot be by an ID card: a group, or one who may only be asked by
// telephone or on paper. The terminal tells it at the question, and nothing is begun.
[[nodiscard]] bool asksWhomNoCardBrings(const domain::ServiceItem &item, const catalogue::SituationPath &path);

} // namespace tongban::tests
