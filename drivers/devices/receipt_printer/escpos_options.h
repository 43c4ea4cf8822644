// SPDX-License-Identifier: GPL-3.0-or-later
// What a descriptor may say of an ESC/POS printer (the object "options"); all optional.
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/escpos_receipt.h"
#include "drivers/codec/escpos_status.h"

#include <chrono>

class QJsonObject;

namespace tongban::drivers::devices {

// The question whose answer comes in order, behind the last byte of a job.
enum class EscposConfirmation {
    GsR,      // "GS r": every model
    ProcessId // "GS ( H": newer models; the answer carries the job's own id, so none can be taken for another's
};

struct EscposOptions
{
    // "widthDots" 192…832; "romCharset" gb18030, gbk, gb2312; "automaticStatus": the printer tells of a stop by itself
    codec::EscposPaper paper;
    EscposConfirmation confirmBy = EscposConfirmation::GsR; // "confirmBy"
    codec::EscposErrorBits errorBits; // "errorBits": mechanical, cutter, unrecoverable, selfRecovering: 0 4 8 32 64

    // True: what was in the buffer when the paper ended is printed after the refill; nothing is cleared, a person is
    // asked. False: "10 05 02" (with "clearBy": "DLE DC4" the buffer-clear command) forgets the rest of the job.
    bool bufferSurvivesPaperOut = true;
    bool clearsByDleDc4 = false; // "clearBy": "DLE ENQ", "DLE DC4"

    int missesOfTheDead = 3;                          // status questions without an answer, 1…10
    int chunkBytes = 256;                             // bytes handed over at a time, 16…4096
    std::chrono::milliseconds statusTimeout{500};     // one answer to DLE EOT
    std::chrono::milliseconds settleTimeout{5'000};   // until an earlier job has left the printer's buffer
    std::chrono::milliseconds writeTimeout{5'000};    // one chunk; a full buffer holds the line
    std::chrono::milliseconds confirmTimeout{15'000}; // from the last byte to the answer behind it
    std::chrono::milliseconds pollInterval{200};      // real-time status while waiting; pause after a miss

    // Keys as above with the suffix Ms for spans. Errors: Misconfigured, naming the key.
    [[nodiscard]] static Result<EscposOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
