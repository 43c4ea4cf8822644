// SPDX-License-Identifier: GPL-3.0-or-later
// The number of the security module within a reader (SAM 编号, GA 467; DEVICES 1), as technicians know it from the label.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QString>

namespace tongban::drivers::codec {

struct SamId
{
    quint16 type = 0;      // 05: made for readers of residents' cards
    quint16 version = 0;
    quint32 date = 0;      // YYYYMMDD as a number
    quint32 serial = 0;
    quint32 check = 0;

    [[nodiscard]] bool operator==(const SamId &) const = default;
    // "05.01-20180307-000012345-123456789": the form of the label.
    [[nodiscard]] QString printed() const;
};

// The data of the command SamId: 16 bytes, little-endian. ProtocolViolation when they are not 16.
Result<SamId> decodeSamId(const QByteArray &data);

} // namespace tongban::drivers::codec
