// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>

#include <chrono>

namespace tongban::drivers::devices {

// Times of the SAM protocol in practice: poll 300-500 ms, answers within 1 s (find, select) and 3 s (read); DEVICES 1.
struct SamReaderOptions
{
    std::chrono::milliseconds findInterval{300};
    std::chrono::milliseconds findTimeout{1000};
    std::chrono::milliseconds selectTimeout{1000};
    std::chrono::milliseconds readTimeout{3000};

    // Keys findIntervalMs, findTimeoutMs, selectTimeoutMs, readTimeoutMs, all optional. Misconfigured names the key.
    static Result<SamReaderOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
