// SPDX-License-Identifier: GPL-3.0-or-later
// The text block of a resident ID card (GA 467): 256 bytes, UTF-16 little-endian, fields padded with U+0020.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QByteArray>

namespace tongban::drivers::codec {

// Citizens' cards (居民身份证). CardUnreadable when the block does not hold together (length, characters, dates, check
// character, birth or sex that differ from the ID number) and for residence permits (J, I, Y), which are named in the
// detail. The detail never holds what the card says.
Result<domain::IdCard> decodeIdCardText(const QByteArray &block);

} // namespace tongban::drivers::codec
