// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the chip of a citizen's ID card (GA 467; DEVICES §1): 256 bytes of UTF-16LE text, 1024 bytes of photo.
// Written apart from the driver's decoder, so that one mistake cannot hide in both.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

class QJsonObject;

namespace tongban::drivers::emulator {

struct CardChip
{
    QByteArray text;  // 256 bytes
    QByteArray photo; // 1024 bytes, begins like a WLT picture
};

// {name, sex, ethnic, birth, address, idNumber, issuer, validFrom, validTo}, all strings. sex: 男, 女 or a digit;
// ethnic: 汉 … or a code 01…56, 97, 98; dates YYYYMMDD or YYYY-MM-DD; validTo also 长期. The ID number is not checked:
// a wrong one is a test. Error: InputInvalid, naming the field.
[[nodiscard]] Result<CardChip> makeCardChip(const QJsonObject &card);

} // namespace tongban::drivers::emulator
