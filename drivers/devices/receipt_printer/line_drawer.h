// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a line of text that the printer's ROM cannot set with the system's CJK font, on the printer's grid.
#pragma once

#include "drivers/codec/escpos_receipt.h"

namespace tongban::drivers::devices {

// Any thread. Without a QGuiApplication (a command-line tool has no fonts) the raster is empty, and the codec sets 〓.
[[nodiscard]] codec::EscposRaster drawReceiptLine(const QString &line, const codec::EscposLineStyle &style);

} // namespace tongban::drivers::devices
