// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the chip of a citizen's ID card and of the permits that share it (GA 467 and its extensions; DEVICES §1):
// 256 bytes of UTF-16LE text, 1024 bytes of photo, perhaps a fingerprint and a newer address.
// Written apart from the driver's decoder, so that one mistake cannot hide in both.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

class QJsonObject;

namespace tongban::drivers::emulator {

struct CardChip
{
    QByteArray text;        // 256 bytes
    QByteArray photo;       // 1024 bytes, begins like a WLT picture
    QByteArray fingerprint; // empty, 512 or 1024 bytes
    QByteArray newAddress;  // 70 bytes [?]; empty: the holder never moved
};

// kind: citizen (also when there is none), J, I, Y. Strings, each in its place of the kind's table:
//   citizen  name sex ethnic birth address idNumber issuer validFrom validTo
//   J        name sex birth address idNumber issuer validFrom validTo permitNumber
//   I        englishName sex idNumber nationality [name] validFrom validTo birth [issuer: four characters]
//   Y        [name] sex birth englishName idNumber validFrom validTo nationality
//   each     [newAddress]; [fingerprint]: a number of bytes, 0, 512 or 1024
// sex: 男, 女 or a digit; ethnic: 汉 … or a code 01…56, 97, 98; dates YYYYMMDD or YYYY-MM-DD; validTo also 长期. Numbers
// are not checked: a wrong one is a test. Error: InputInvalid, naming the field.
[[nodiscard]] Result<CardChip> makeCardChip(const QJsonObject &card);

} // namespace tongban::drivers::emulator
