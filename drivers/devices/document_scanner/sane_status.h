// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/error.h"

#include <sane/sane.h>

namespace tongban::drivers::devices {

// What a SANE status other than GOOD (and EOF, which ends a frame) means; `where` names the call.
[[nodiscard]] Error saneError(SANE_Status status, const QString &where);

} // namespace tongban::drivers::devices
