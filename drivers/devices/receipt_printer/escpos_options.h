// SPDX-License-Identifier: GPL-3.0-or-later
// What a descriptor may say of an ESC/POS printer (the object "options"); all optional.
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/escpos_receipt.h"

#include <chrono>

class QJsonObject;

namespace tongban::drivers::devices {

struct EscposOptions
{
    codec::EscposPaper paper;                         // "widthDots" 192…832
    int chunkBytes = 256;                             // bytes handed over at a time, 16…4096
    std::chrono::milliseconds statusTimeout{500};     // one answer to DLE EOT
    std::chrono::milliseconds settleTimeout{5'000};   // until an earlier job has left the printer's buffer
    std::chrono::milliseconds writeTimeout{5'000};    // one chunk; a full buffer holds the line
    std::chrono::milliseconds confirmTimeout{15'000}; // from the last byte to the answer behind it
    std::chrono::milliseconds pollInterval{200};      // real-time status while waiting

    // Keys as above with the suffix Ms for spans. Errors: Misconfigured, naming the key.
    [[nodiscard]] static Result<EscposOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
