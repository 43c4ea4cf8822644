// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means, sorted by who can act on it; see the table in http_city_platform.h. Pure functions.
#pragma once

#include "app/core/base/result.h"
#include "offline/platform/http_line.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

#include <chrono>
#include <optional>
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

// The platform's own word for what is wrong, "session_expired"; empty when the answer is no problem+json of the
// contract.
[[nodiscard]] QString problemCode(const HttpAnswer &answer);

// A 429 of one telephone number, not of the line: nothing else has to wait.
[[nodiscard]] bool isOfOnePhone(const HttpAnswer &answer);

// How long the platform asks to be left alone: Retry-After of a 429 or 503, in seconds or as an HTTP date (RFC 9110
// section 10.2.3), at most an hour: a slip of the platform's must not silence a terminal for days. None: it does not.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpAnswer &answer, const QDateTime &nowUtc);

} // namespace tongban::offline::platform
