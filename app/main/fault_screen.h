// SPDX-License-Identifier: GPL-3.0-or-later
// The program's only page when it cannot start: out of service, where to go, the cause in small print. No device, store
// or line is opened. It looks at the configuration every few seconds and ends when that is right.
#pragma once

#include "app/main/kiosk_config.h"

#include <functional>

class QGuiApplication;

namespace tongban::app {

struct FaultScreen
{
    QString configFile;
    Error fault;
    std::function<Result<void>()> check; // the same start, without opening anything; none: it would be right now
};

// Whether there is a screen to show it on: without one the words on standard error are all.
[[nodiscard]] bool hasScreen();

// Until the program is asked to stop, or the check holds; true: it holds.
[[nodiscard]] bool showFault(QGuiApplication &application, const FaultScreen &screen);

} // namespace tongban::app
