// SPDX-License-Identifier: GPL-3.0-or-later
// What the status bytes of a SAM response mean for the people around the terminal.
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/sam_frame.h"

#include <QByteArray>

namespace tongban::drivers::codec {

// Stable English name of a command, for `where` and logs: "find", "select", "read", …
[[nodiscard]] const char *nameOf(SamCommand command);

// Splits a response body into status and data. The data when the command succeeded (SW1 = SW2 = 0, SW3 = 90, or 9F for
// a found card); else the error that the status stands for (CardAbsent: no card in the field; CardLifted;
// CardUnreadable; DeviceFault; ProtocolViolation: a status or a length that the protocol does not know; NotFound, for
// ReadNewAddress only: the card holds no newer address).
Result<QByteArray> decodeSamResponse(SamCommand command, const QByteArray &body);

} // namespace tongban::drivers::codec
