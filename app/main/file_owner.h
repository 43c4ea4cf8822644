// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

namespace tongban::app {

// A tool that root starts becomes the owner of this directory before it touches anything: what root leaves behind the
// kiosk cannot write any more. Nothing happens when we are not root, when there is no such directory, or when it is
// root's own. StoreUnwritable: the system does not let us.
[[nodiscard]] Result<void> becomeOwnerOf(const QString &directory);

} // namespace tongban::app
