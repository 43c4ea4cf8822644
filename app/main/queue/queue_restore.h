// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/kiosk_config.h"

#include <QJsonObject>

namespace tongban::app {

// A terminal out of its backup (offline/store/restore.h), by the tool alone: the kiosk is down, or was never here.
// request: {"do":"restore", "key": file of the city's private key, PEM, "from"?: directory of the backup (else the
// configured one), "generation"?}. Answer as in queue_work.h: generation, at, files, cases, erased, setAside.
[[nodiscard]] QJsonObject performRestore(const KioskConfig &config, const QJsonObject &request);

} // namespace tongban::app
