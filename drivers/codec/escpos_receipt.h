// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt document as ESC/POS bytes (DEVICES §2: Epson's command set as Chinese 80 mm printers speak it).
#pragma once

#include "app/core/domain/receipt_document.h"
#include "drivers/codec/escpos_text.h"

#include <QByteArray>

#include <functional>

namespace tongban::drivers::codec {

struct EscposRaster
{
    int rowBytes = 0; // 8 dots each, the leftmost in the highest bit
    int rows = 0;
    QByteArray bits; // rowBytes × rows, 1 = black
};

struct EscposLineStyle
{
    int widthScale = 1; // 1…4, of a glyph of 24 dots (12 for ASCII)
    int heightScale = 1;
    bool bold = false;
};

// Draws one line of text that the ROM cannot set, on the printer's own grid. The codec knows no fonts.
using EscposLineDrawer = std::function<EscposRaster(const QString &line, const EscposLineStyle &style)>;

struct EscposPaper
{
    int widthDots = 576; // 80 mm roll at 8 dots/mm; 384 for 58 mm
    RomCharset rom = RomCharset::Gbk;
    EscposLineDrawer draw = {};  // none: 〓 stands for what the ROM lacks
    bool reportsChanges = false; // GS a: the printer tells of itself when its state changes
};

// The whole job without its closing question: initialise, blocks, feed past the cutter, partial cut. Nothing in a
// document can become a command: text loses its control characters; dots that spell a real-time command (a printer sees
// DLE EOT even inside an image) lose one to the next; a QR code whose data would, or is longer than a code can hold
// (2331 bytes at level M, ISO/IEC 18004), is left out.
[[nodiscard]] QByteArray escposReceipt(const domain::ReceiptDocument &document, const EscposPaper &paper);

} // namespace tongban::drivers::codec
