// SPDX-License-Identifier: GPL-3.0-or-later
// What an ESC/POS printer says of itself (DEVICES §2). Three kinds of bytes come back on one wire and only their fixed
// bits tell them apart:
//   answer to DLE EOT n   0xx1xx10   at once, overtakes everything in the buffer
//   automatic, byte 1     0xx1xx00   4 bytes, unasked-for, when GS a switched it on
//   answer to GS r 1      0000ppnn   in order: everything sent before it has been printed
#pragma once

#include "app/core/ports/receipt_printer.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

enum class EscposQuery { Printer = 1, OfflineCause = 2, ErrorCause = 3, Paper = 4 };

struct EscposStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperNearEnd = false;
    bool cutterFault = false; // paper caught in the cutter, staff can clear it
    bool fault = false;       // any error the printer names, cutter included

    // Adds what one valid answer says.
    void add(EscposQuery query, quint8 answer);
    [[nodiscard]] ports::PrinterStatus toPort() const;
};

[[nodiscard]] QByteArray escposAskRealTime(EscposQuery query); // 10 04 n
[[nodiscard]] QByteArray escposAskInOrder();                   // 1D 72 01

[[nodiscard]] bool isEscposRealTimeAnswer(quint8 byte);
// Strict on purpose: a byte of noise taken for this answer would call an unprinted receipt printed.
[[nodiscard]] bool isEscposInOrderAnswer(quint8 byte);
[[nodiscard]] bool inOrderAnswerSaysPaperOut(quint8 byte);

// The four bytes of GS a; nothing when their fixed bits are wrong.
[[nodiscard]] std::optional<EscposStatus> parseEscposAutomaticStatus(const QByteArray &fourBytes);

} // namespace tongban::drivers::codec
