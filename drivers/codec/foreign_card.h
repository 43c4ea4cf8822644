// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a foreigner's permanent residence card (外国人永久居留身份证): the layout of 2017 ("I") and that of 2023
// ("Y"; DEVICES 1). decodeIdCardText() dispatches to them.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <QString>

namespace tongban::drivers::codec {

// text: the 128 characters of the block, printable. CardUnreadable when it does not hold together. Neither layout has an
// address; that of 2023 has no issuer, that of 2017 a code of four characters for it.
Result<domain::IdCard> decodeForeignCard2017(const QString &text);
Result<domain::IdCard> decodeForeignCard2023(const QString &text);

} // namespace tongban::drivers::codec
