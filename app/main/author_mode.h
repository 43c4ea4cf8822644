// SPDX-License-Identifier: GPL-3.0-or-later
// For whoever writes items: the kiosk with the items of a local folder. Nothing that is done there counts, and nothing
// of it may be taken for what does: its state is a directory of its own that goes at the end, no word of it reaches the
// city or a backup, no receipt is signed, and screen and paper say where they come from.
#pragma once

#include "app/main/kiosk_config.h"

namespace tongban::app {

// config.itemsDirectory is set. temporaryDirectory: empty, the caller's to remove.
[[nodiscard]] KioskConfig forAuthors(KioskConfig config, const QString &temporaryDirectory);

} // namespace tongban::app
