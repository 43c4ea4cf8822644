// SPDX-License-Identifier: GPL-3.0-or-later
// What an ESC/POS printer says of itself (DEVICES §2) and how it is asked. What comes back is taken apart by
// escpos_answers.h.
#pragma once

#include "app/core/ports/receipt_printer.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

enum class EscposQuery { Printer = 1, OfflineCause = 2, ErrorCause = 3, Paper = 4 };

// The bits of DLE EOT 3, which differ between models; 0 = the model has no such bit.
struct EscposErrorBits
{
    quint8 mechanical = 0x04;
    quint8 cutter = 0x08;
    quint8 unrecoverable = 0x20;
    quint8 selfRecovering = 0x40; // a hot head, an open cover during printing
};

struct EscposStatus
{
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperNearEnd = false;
    bool cutterFault = false; // paper caught in the cutter, staff can clear it
    bool fault = false;       // any error the printer names, cutter included

    // Adds what one valid answer says.
    void add(EscposQuery query, quint8 answer, const EscposErrorBits &errors = {});
    void add(const EscposStatus &other);
    [[nodiscard]] bool stopsPrinting() const { return offline || coverOpen || paperOut || fault; }
    [[nodiscard]] ports::PrinterStatus toPort() const;
};

[[nodiscard]] QByteArray escposAskRealTime(EscposQuery query); // 10 04 n
[[nodiscard]] QByteArray escposAskInOrder();                   // 1D 72 01

// GS ( H function 48: answered in order with the same four characters (20…7E each); Epson's newer models. [?] in
// DEVICES: an option of the descriptor.
[[nodiscard]] QByteArray escposAskProcessId(const QByteArray &fourCharacters); // 1D 28 48 06 00 30 30 d1…d4

// Both forget what is in the printer's buffer. They are acted upon at once, wherever the buffer stands.
[[nodiscard]] QByteArray escposRecoverAndClear(); // DLE ENQ 2; many models act on it after a cutter error only
[[nodiscard]] QByteArray escposClearBuffers();    // DLE DC4 8 with its guard bytes

[[nodiscard]] bool isEscposRealTimeAnswer(quint8 byte);
// Strict on purpose: a byte of noise taken for this answer would call an unprinted receipt printed.
[[nodiscard]] bool isEscposInOrderAnswer(quint8 byte);
[[nodiscard]] bool inOrderAnswerSaysPaperOut(quint8 byte);

[[nodiscard]] bool beginsEscposAutomaticStatus(quint8 byte);
// The four bytes of GS a; nothing when their fixed bits are wrong.
[[nodiscard]] std::optional<EscposStatus> parseEscposAutomaticStatus(const QByteArray &fourBytes);

} // namespace tongban::drivers::codec
