// SPDX-License-Identifier: GPL-3.0-or-later
// What of a person may be shown in a hall and printed on paper that gets lost (DOMAIN.md, Masking).
#pragma once

#include "app/core/base/sensitive.h"

namespace tongban::domain {

[[nodiscard]] QString maskedName(const Secret &name);         // 张*: the length of the given name is hidden too
[[nodiscard]] QString maskedIdNumber(const Secret &idNumber); // 110105********002X; stars alone when not 18 long
[[nodiscard]] QString maskedPhone(const Secret &phone);       // 138****8000; stars alone when not 11 long
[[nodiscard]] QString
maskedAccount(const Secret &account); // ****1234: the last four; stars alone when not longer than 8

} // namespace tongban::domain
