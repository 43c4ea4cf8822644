// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one attempt, one outcome: everything about QNetworkAccessManager that must not surprise us.
#pragma once

#include "app/core/base/result.h"
#include "offline/platform/platform_access.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QNetworkReply;

namespace tongban::offline::platform {

struct HttpRequest
{
    QString where; // for errors: "platform.createCase"
    QByteArray verb;
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::optional<QByteArray> body; // none: a request that has none
};

struct HttpAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

using HttpHandler = std::function<void(Result<HttpAnswer>)>;

class HttpLine
{
public:
    HttpLine(const QSslConfiguration &tls, PlatformOptions options);

    // Any status is an answer (redirects included: they are not followed). Errors: PlatformUnreachable,
    // PlatformBadAnswer (too large, not HTTP). The handler is called once, later, on this thread; never after
    // ~HttpLine.
    void send(const HttpRequest &request, HttpHandler handler);

private:
    [[nodiscard]] QNetworkReply *begin(const HttpRequest &request);
    void guard(QNetworkReply *reply);

    QNetworkAccessManager m_access;
    QSslConfiguration m_tls;
    PlatformOptions m_options;
};

} // namespace tongban::offline::platform
