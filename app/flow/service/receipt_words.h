// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the receipt, its spare copy, and the evaluation. Internal to app/flow/service.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords receiptWords(const ServiceState &state);
[[nodiscard]] PageWords ratingWords(const ServiceState &state);

} // namespace tongban::flow
