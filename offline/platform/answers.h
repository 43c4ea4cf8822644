// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means, sorted by who can act on it; see the table in http_city_platform.h. Pure functions.
#pragma once

#include "app/core/base/result.h"
#include "offline/platform/http_line.h"

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace tongban::offline::platform {

struct Member
{
    const char *name;
    QJsonValue::Type type;
};

// The JSON object of an answer of one of 2xx with at least these members; else the sorted error.
[[nodiscard]] Result<QJsonObject> objectOf(const QString &where, const HttpAnswer &answer,
                                           const std::vector<Member> &members);

// The error that an answer other than 2xx is. Its detail carries status and code, never the platform's prose: that may
// repeat what a person gave.
[[nodiscard]] Error errorOf(const QString &where, const HttpAnswer &answer);

} // namespace tongban::offline::platform
