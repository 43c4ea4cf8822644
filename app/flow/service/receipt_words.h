// SPDX-License-Identifier: GPL-3.0-or-later
// What the receipt's page says, of one case or of several that were made together. Internal to app/flow/service.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords receiptWords(const ServiceState &state);

} // namespace tongban::flow
