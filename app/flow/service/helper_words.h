// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: the words of its pages, and of who helps.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords helpingWords(const ServiceState &state);
[[nodiscard]] PageWords helperCardWords(const ServiceState &state);
[[nodiscard]] PageWords namingWords(const ServiceState &state);
[[nodiscard]] PageWords markSheetWords(const ServiceState &state);
// At Identify, once a helper stands there.
[[nodiscard]] PageWords helpedIdentifyWords(const ServiceState &state);

// 亲属, 村干部 … in the language of the screen.
[[nodiscard]] QString roleWord(domain::HelperRole role);

} // namespace tongban::flow
