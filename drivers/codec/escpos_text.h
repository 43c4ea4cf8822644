// SPDX-License-Identifier: GPL-3.0-or-later
// Text as a Chinese ESC/POS printer sets it: GB18030 (GB 18030-2005 two-byte zone, i.e. the font in the printer's ROM),
// full-width glyphs 24×24 dots, half-width (ASCII) 12×24, line breaks by GB/T 15834 (no closing mark starts a line).
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tongban::drivers::codec {

inline constexpr int escposFullWidthDots = 24;
inline constexpr int escposHalfWidthDots = 12;
inline constexpr int escposGlyphHeightDots = 24;

// What the font in the printer's ROM holds. GB18030: with the four-byte codes of the basic plane (CJK extension A), as
// GB 18030-2000 demands it of a printer; code points beyond the basic plane (𠮷) are in no ROM.
enum class RomCharset { Gb18030, Gbk, Gb2312 };

// GB18030 bytes of one line. What the ROM has no glyph for becomes 〓, the printer's mark for a missing type; control
// characters vanish, so that text can never be taken for a command.
[[nodiscard]] QByteArray escposEncodeText(const QString &text, RomCharset rom = RomCharset::Gbk);

// Whether 〓 would stand in that line: then it is better drawn.
[[nodiscard]] bool escposLacksGlyphs(const QString &line, RomCharset rom);

// Width in dots at scale 1.
[[nodiscard]] int escposTextWidth(const QString &text);

// Lines that fit `widthDots` at `widthScale` (1…8). Line feeds in the text break; numbers and Latin words stay whole
// when they fit a line; 。，、） and their like never begin a line, （《“ never end one. At least one line.
[[nodiscard]] QStringList escposWrap(const QString &text, int widthDots, int widthScale);

} // namespace tongban::drivers::codec
