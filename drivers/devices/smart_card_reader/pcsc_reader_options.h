// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

struct PcscReaderOptions
{
    QString reader{}; // the beginning of the names of the readers that count, as pcscd calls them; empty: all
    std::chrono::milliseconds answerTimeout{3000};  // pcscd says nothing for so long: it hangs
    std::chrono::milliseconds statusInterval{250};  // it is asked for a sign of life as often while no card comes

    // transport: kind (pcsc), reader (optional); options: answerTimeoutMs, statusIntervalMs. Misconfigured names the key.
    static Result<PcscReaderOptions> fromJson(const QJsonObject &transport, const QJsonObject &options);
};

} // namespace tongban::drivers::devices
