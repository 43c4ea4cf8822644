// SPDX-License-Identifier: GPL-3.0-or-later
// A start that cannot be: the calm page with the cause in small print, until the file is right. Words and places are made
// here without a window.
#pragma once

#include "app/core/base/result.h"
#include "app/main/kiosk_config.h"

namespace tongban::app {

// What whoever repairs it needs: file, line and key where they can be told, the exact cause, what to do. Chinese with the
// program's own English of the cause. The line is that of the key, or of the object in which it is missing.
[[nodiscard]] QString technicianWords(const Error &fault);

// The line on which a key such as "site.hallName" stands, or the last of its parents that is there; from 1, 0: none.
[[nodiscard]] int lineOfKey(const QByteArray &text, const QString &key);

// What can be read of a configuration that is wrong: whom to call and where to go. What is not there is empty; the size
// of the window is that of a standing screen.
[[nodiscard]] KioskConfig whatCanBeRead(const QString &file);

} // namespace tongban::app
