// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// items.finding_p95, items.finding_p50: one question put to 5,000 items, in ms, over all everyday phrases, each asked
// five times in turn. The items: the shipped ones and believable others (who × what × which act, with everyday names
// and a summary). Baseline: the plainest search there is over the same items in the same run, which looks for the
// question itself in every name, alias and summary, and so finds no sentence, no pinyin and no slip. The target of the
// p95 is absolute: 20 ms.
[[nodiscard]] Result<std::vector<Figure>> measureFinding();

} // namespace tongban::bench
