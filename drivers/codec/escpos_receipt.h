// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt document as ESC/POS bytes (DEVICES §2: Epson's command set as Chinese 80 mm printers speak it).
#pragma once

#include "app/core/domain/receipt_document.h"

#include <QByteArray>

namespace tongban::drivers::codec {

struct EscposPaper
{
    int widthDots = 576; // 80 mm roll at 8 dots/mm; 384 for 58 mm
};

// The whole job without its closing question: initialise, blocks, feed past the cutter, partial cut. Pure.
[[nodiscard]] QByteArray escposReceipt(const domain::ReceiptDocument &document, const EscposPaper &paper);

} // namespace tongban::drivers::codec
