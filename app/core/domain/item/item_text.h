// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an item in the language of the screen.
#pragma once

#include "app/core/domain/service_item.h"

namespace tongban::domain {

enum class Language { Chinese, English };

// The English of a text of this item; the Chinese where there is none: better that than a gap.
[[nodiscard]] QString textIn(const ServiceItem &item, Language language, const QString &chinese);

// Every text that needs an English one, each once, in the order of the file: name, summary, questions, prompts,
// options, hints, page titles, field labels, refusals, units, declarations, choices, materials, parties.
[[nodiscard]] QStringList textsToTranslate(const ServiceItem &item);

} // namespace tongban::domain
