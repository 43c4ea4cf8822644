// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to app/flow/service.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords slipWords(PrintPhase phase); // nothing spoken yet

} // namespace tongban::flow
