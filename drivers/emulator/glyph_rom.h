// SPDX-License-Identifier: GPL-3.0-or-later
// The font in the printer's ROM: Noto Sans CJK SC on the 24×24 grid (12×24 for ASCII), one bit a dot.
#pragma once

#include "drivers/emulator/paper_roll.h"

namespace tongban::drivers::emulator {

// Grayscale8, 0 = burnt dot, 255 = paper; glyph.width() × glyph.height(). Needs a QGuiApplication.
[[nodiscard]] QImage glyphDots(const Glyph &glyph);

} // namespace tongban::drivers::emulator
