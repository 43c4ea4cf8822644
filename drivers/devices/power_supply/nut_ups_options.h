// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

struct NutUpsOptions
{
    QString ups;                                   // its name in upsd's ups.conf
    std::chrono::milliseconds answerTimeout{2000}; // of the whole list

    // Keys ups (required), answerTimeoutMs. Misconfigured names the key.
    static Result<NutUpsOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
