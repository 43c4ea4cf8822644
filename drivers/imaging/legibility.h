// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a person at an office could read a page, judged before the villager leaves (SCOPE 23).
#pragma once

#include "drivers/imaging/raster.h"

namespace tongban::drivers::imaging {

enum class Legibility {
    Legible,
    TooSmall,    // fewer pixels than the profile's minimum, either way round
    TooDark,     // the paper itself is dark: lid open in a dark hall, lamp dead
    Blank,       // paper without a mark: laid face up
    LowContrast, // marks that hardly differ from the paper
};

[[nodiscard]] const char *nameOf(Legibility verdict); // "blank", "too dark", …

// `gray` has one channel.
[[nodiscard]] Legibility judge(const Raster &gray, QSize minimum);

} // namespace tongban::drivers::imaging
