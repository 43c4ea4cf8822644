// SPDX-License-Identifier: GPL-3.0-or-later
// The text block in the chip of a resident ID card and of the permits that share it (GA 467 and its extensions): 256
// bytes, UTF-16 little-endian, fields padded with U+0020. The character at byte 248 tells the kind.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QByteArray>

namespace tongban::drivers::codec {

// Citizens' cards (居民身份证), J, I and Y. CardUnreadable when the block does not hold together (length, characters,
// dates, number of the kind, birth or sex that differ from the number) and for a kind that nobody knows. The detail
// never holds what the card says.
Result<domain::IdCard> decodeIdCardText(const QByteArray &block);

// The data of ReadNewAddress: an address as in the text block, 35 characters [?] (no second source: any even number of
// bytes up to 280 is taken). Empty: nothing but padding. CardUnreadable as above.
Result<QString> decodeNewAddress(const QByteArray &data);

} // namespace tongban::drivers::codec
