// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a citizen's card (居民身份证, GA 467; DEVICES 1, column "citizen"). decodeIdCardText() dispatches to it.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QString>

namespace tongban::drivers::codec {

// text: the 128 characters of the block, printable. CardUnreadable when it does not hold together.
Result<domain::IdCard> decodeCitizenCard(const QString &text);

} // namespace tongban::drivers::codec
