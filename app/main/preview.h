// SPDX-License-Identifier: GPL-3.0-or-later
// --preview FILE: the kiosk's very pages for one item of an author, without a configuration, a device or a line. Author
// mode (author_mode.h) with a sample person in place of a card: opens at the first question, and nothing of it is kept.
#pragma once

#include "app/main/kiosk_config.h"

namespace tongban::app {

// The whole configuration of a preview; all it writes lies beneath temporaryDirectory, which is the caller's to remove.
// The item is read where it lies: another look at it shows what the author changed. Errors: Misconfigured (a terminal
// would not take the file; `detail` names the place), StoreUnwritable.
[[nodiscard]] Result<KioskConfig> previewConfig(const QString &itemFile, const QString &temporaryDirectory);

} // namespace tongban::app
