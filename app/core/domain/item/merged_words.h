// SPDX-License-Identifier: GPL-3.0-or-later
// What a merged form says beside its questions. Internal to app/core/domain.
#pragma once

#include "app/core/domain/theme.h"

namespace tongban::domain {

// Names, words, rules and figures of the theme and of its items, which are the form's `parts`; in both languages.
void setThemeWords(ServiceItem &form, const Theme &theme);

// What one person signs for several items: `party`'s consent of `item` behind what `known` signs already.
[[nodiscard]] QString joinedWords(ServiceItem &form, const Party &known, const ServiceItem &item, const Party &party);

} // namespace tongban::domain
