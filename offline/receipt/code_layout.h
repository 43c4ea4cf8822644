// SPDX-License-Identifier: GPL-3.0-or-later
// How the two codes lie in bytes. Private to this room.
//
// A code is its prefix and Base45 (RFC 9285) of: body | SM2 signature of the device (64 bytes, r and s) over title +
// body.
//   verification body: version 1 (1) | key id (8) | time (4, seconds since 1970 UTC, big-endian) | local number |
//                      item code | device id (each: length (1), UTF-8) | SM3 of canonicalContent (32)
//   key facts body:    version 1 (1) | flags (1, bit 0: answers were left out) | key id of the device (8) |
//                      key id of the city (8) | packed facts, sealed to the city's key (GB/T 32918.4, ASN.1)
// At the longest that the rules allow this is 511 and 920 characters: QR versions 18 and 25 at level M even where a
// printer packs them as plain bytes; 89 and 117 modules, at 4 dots 356 and 468 of 576 dots.
#pragma once

#include <QByteArray>

namespace tongban::offline::receipt {

inline const QByteArray verificationPrefix = QByteArrayLiteral("TBV1:");
inline const QByteArray keyFactsPrefix = QByteArrayLiteral("TBF1:");
inline const QByteArray verificationTitle = QByteArrayLiteral("tongban receipt 1\n");
inline const QByteArray keyFactsTitle = QByteArrayLiteral("tongban key facts 1\n");
inline constexpr char layoutVersion = 1;
inline constexpr char answersLeftOut = 1;
inline constexpr int digestBytes = 32;
inline constexpr int longestText = 97; // of a local number: 12 + 8 + 64 + 10 digits and their dashes

} // namespace tongban::offline::receipt
