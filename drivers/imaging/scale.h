// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/imaging/raster.h"

namespace tongban::drivers::imaging {

// The largest size of the same shape that fits into `bound` laid either way round; never larger than `size`.
[[nodiscard]] QSize fittedSize(QSize size, QSize bound);

// Makes a picture smaller by averaging what each new pixel covers: strokes grow paler, they do not vanish. `target` is
// at most the picture's size and at least 1 × 1.
[[nodiscard]] Raster shrunkTo(const Raster &picture, QSize target);

[[nodiscard]] Raster toGray(const Raster &picture); // luma of ITU-R BT.601, as JPEG uses it

// Whether a page says something by colour (a red seal, a photograph) rather than by ink alone.
[[nodiscard]] bool needsColour(const Raster &picture);

} // namespace tongban::drivers::imaging
