// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a form as QML sees it.
#pragma once

#include "app/core/domain/form_engine.h"

#include <QVariantList>

namespace tongban::view {

class PlacesController;

// The name of the type as the item's schema has it; "text" for a Chinese name, which is written the same way.
[[nodiscard]] QString typeName(const domain::FormField &field);
// [{value, label, hint, icon}]
[[nodiscard]] QVariantList choicesOf(const domain::FormField &field);
// What is asked of each person of a family: [{key, label, type, choices, refusal, unit}]; empty for other types.
[[nodiscard]] QVariantList rowFieldsOf(const domain::FormField &field);

// domain::displayValue, and the name of a place in place of its code.
[[nodiscard]] QString shownValue(const domain::FormField &field, const Secret &value, domain::Shown shown,
                                 const PlacesController &places);

} // namespace tongban::view
