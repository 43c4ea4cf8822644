// SPDX-License-Identifier: GPL-3.0-or-later
// The data of ReadBase and ReadBaseAndFingerprint taken apart into their sections (GA 467; DEVICES 1). Pure.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

namespace tongban::drivers::codec {

struct SamCardData
{
    QByteArray text;        // 256 bytes, see id_card_text.h
    QByteArray photo;       // 1024 bytes, WLT
    QByteArray fingerprint; // empty, 512 or 1024 bytes
};

// 01 00 04 00 | text | photo. ProtocolViolation when the section lengths do not add up.
Result<SamCardData> splitBase(const QByteArray &data);

// 01 00 04 00 fpHi fpLo | text | photo | fingerprint. ProtocolViolation as above, also for other lengths of the last.
Result<SamCardData> splitBaseAndFingerprint(const QByteArray &data);

} // namespace tongban::drivers::codec
