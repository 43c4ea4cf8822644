// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// ui.page_change: 95th percentile from a tap's release to the painted next page, software renderer, 1080×1920.
// ui.frame: 99th percentile of what one of its frames keeps the screen's thread busy for, but for layout.
[[nodiscard]] Result<std::vector<Figure>> measurePageChange();

} // namespace tongban::bench
