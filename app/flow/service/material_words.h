// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单, 正在扫描. Internal to app/flow/service.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords materialsWords(const ServiceState &state); // nothing spoken yet
[[nodiscard]] PageWords captureWords(const ServiceState &state);

} // namespace tongban::flow
