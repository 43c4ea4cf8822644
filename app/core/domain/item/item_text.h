// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an item in the language of the screen.
#pragma once

#include "app/core/domain/service_item.h"

namespace tongban::domain {

enum class Language { Chinese, English };

// The English of a text of this item; the Chinese where there is none: better that than a gap.
[[nodiscard]] QString textIn(const ServiceItem &item, Language language, const QString &chinese);

// The whole item in that language, texts without one as they are; all that is no text for people stays.
[[nodiscard]] ServiceItem inLanguage(ServiceItem item, Language language);

// Every text that needs an English one, each once: all that a page may show but the names of laws.
[[nodiscard]] QStringList textsToTranslate(const ServiceItem &item);

} // namespace tongban::domain
