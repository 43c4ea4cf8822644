// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/http_line.h"

namespace tongban::offline::platform {

// Requests under a bearer session: signs on when there is none, and once more when the platform no longer knows it
// (401, whatever its code: an answer to HEAD has no body to say session_expired in).
// The owner keeps it alive as long as its HttpLine: destroyed together, no handler runs afterwards.
class PlatformSession
{
public:
    PlatformSession(HttpLine &line, QUrl base, QString deviceId, QString siteCode);

    // As HttpLine::send; besides, PlatformUnreachable when the terminal is not let in.
    void send(const HttpRequest &request, HttpHandler handler);

    [[nodiscard]] QUrl url(const QString &path) const; // "/cases" below the base

private:
    enum class Renewal { Allowed, Spent };
    void sendSigned(const HttpRequest &request, Renewal renewal, HttpHandler handler);
    void signOn(const HttpRequest &request, HttpHandler handler);

    HttpLine &m_line;
    QUrl m_base;
    QString m_deviceId;
    QString m_siteCode;
    QByteArray m_token; // memory only
};

} // namespace tongban::offline::platform
