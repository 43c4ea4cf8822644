// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tongban::app {

enum QueueExit { queueDone = 0, queueFound = 1, queueMisused = 2, queueFailed = 3, queueNoStore = 4 };

// An answer of QueueWork as staff read it, in Chinese.
[[nodiscard]] QString queueReport(const QJsonObject &request, const QJsonObject &answer);
[[nodiscard]] QueueExit queueExitFor(const QJsonObject &answer);

} // namespace tongban::app
