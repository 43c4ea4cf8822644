// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a residence permit of Hong Kong, Macao and Taiwan residents (港澳台居民居住证, "J"; DEVICES 1, column "J").
// decodeIdCardText() dispatches to it.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QString>

namespace tongban::drivers::codec {

// text: the 128 characters of the block, printable. CardUnreadable when it does not hold together.
Result<domain::IdCard> decodeResidencePermit(const QString &text);

} // namespace tongban::drivers::codec
