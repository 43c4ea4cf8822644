// SPDX-License-Identifier: GPL-3.0-or-later
// "Get data" of PC/SC part 3 (Interoperability Specification, §3.2.2.1.3): the pseudo-APDU by which a reader gives the id
// (UID, serial number) of the card that it holds. Pure; any thread; fuzzable.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

// FF CA 00 00 Le; le: bytes that are wanted, 0 = all.
[[nodiscard]] QByteArray cardIdRequest(quint8 le = 0);

// What a response (data, SW1, SW2) says.
struct CardIdAnswer
{
    QByteArray id;                // empty: this card or this reader has none to give
    std::optional<quint8> askFor; // ask again with this Le (6C xx)
};

// CardUnreadable for what is no response (shorter than two bytes) and for an id of more than 64 bytes.
Result<CardIdAnswer> decodeCardId(const QByteArray &response);

} // namespace tongban::drivers::codec
