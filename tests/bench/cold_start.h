// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// app.cold_start: from the start of the process to its first answered input, against a minimal Qt Quick window.
// app.resident: resident memory at that moment.
[[nodiscard]] Result<std::vector<Figure>> measureColdStart();

} // namespace tongban::bench
