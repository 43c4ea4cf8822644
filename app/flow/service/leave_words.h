// SPDX-License-Identifier: GPL-3.0-or-later
// The words of 没带, 我去找材料 and 改天再来, and where another person is asked. Internal to app/flow/service.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords partyWords(const ServiceState &state);
[[nodiscard]] PageWords signatureWords(const ServiceState &state);
[[nodiscard]] PageWords missingWords(const ServiceState &state);
[[nodiscard]] PageWords awayWords(const ServiceState &state); // says nothing of who is away, nor for what
[[nodiscard]] PageWords keptWords(const ServiceState &state);

} // namespace tongban::flow
