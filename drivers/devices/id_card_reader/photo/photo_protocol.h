// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the kiosk and its photo program, over the program's standard input and output.
//
//   message  as drivers/codec/child_message.h
//   kiosk → program   one Request: u16 big-endian length of the path | path of the library (UTF-8) | 1024 bytes of WLT
//   program → kiosk   exactly one of Picture and Failure, else the program died
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/child_message.h"

#include <QByteArray>
#include <QString>

namespace tongban::drivers::devices {

// The picture of a card: what every known decoder makes of it (DEVICES 1).
inline constexpr int photoWidth = 102;  // pixels
inline constexpr int photoHeight = 126;
inline constexpr qsizetype photoBmpBytes = 54 + 126 * 308; // headers, rows of 3 × 102 padded to fours
inline constexpr qsizetype photoWltBytes = 1024;

struct PhotoMessage // type bytes
{
    static constexpr char request = 'R';
    static constexpr char picture = 'P'; // a BMP file
    static constexpr char failure = 'E'; // errorToPayload()
};

struct PhotoRequest
{
    QString library;
    QByteArray wlt;

    [[nodiscard]] QByteArray toPayload() const;
    // ProtocolViolation when it does not hold together.
    static Result<PhotoRequest> fromPayload(const QByteArray &payload);
};

// What the program's answer says: a BMP, or what is wrong. ProtocolViolation for anything else, also for a picture that
// isPhotoBmp() refuses.
Result<QByteArray> photoOfAnswer(const codec::ChildMessage &answer);

// A BMP file of 102×126 pixels, 24 bits each, not compressed, whole.
[[nodiscard]] bool isPhotoBmp(const QByteArray &file);

} // namespace tongban::drivers::devices
