// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/platform_session.h"

#include "offline/platform/answers.h"

#include <QJsonDocument>

namespace tongban::offline::platform {

PlatformSession::PlatformSession(HttpLine &line, QUrl base, QString deviceId, QString siteCode)
    : m_line(line), m_base(std::move(base)), m_deviceId(std::move(deviceId)), m_siteCode(std::move(siteCode))
{}

QUrl PlatformSession::url(const QString &path) const
{
    QUrl out = m_base;
    out.setPath(m_base.path() + path);
    return out;
}

void PlatformSession::send(const HttpRequest &request, HttpHandler handler)
{
    if (m_token.isEmpty())
        signOn(request, std::move(handler));
    else
        sendSigned(request, Renewal::Allowed, std::move(handler));
}

void PlatformSession::sendSigned(const HttpRequest &request, Renewal renewal, HttpHandler handler)
{
    HttpRequest bearing = request;
    bearing.headers.emplace_back("Authorization", "Bearer " + m_token);
    m_line.send(bearing, [this, request, renewal, handler = std::move(handler)](Result<HttpAnswer> answer) {
        if (!answer || answer->status != 401)
            return handler(std::move(answer));
        m_token.clear();
        if (renewal == Renewal::Allowed)
            return signOn(request, handler);
        handler(fail(errorOf(request.where, *answer)));
    });
}

void PlatformSession::signOn(const HttpRequest &request, HttpHandler handler)
{
    const QString where = QStringLiteral("platform.signOn");
    const QJsonObject body{{QStringLiteral("deviceId"), m_deviceId}, {QStringLiteral("siteCode"), m_siteCode}};
    const HttpRequest signOn{.where = where,
                             .verb = "POST",
                             .url = url(QStringLiteral("/sessions")),
                             .headers = {{"Content-Type", "application/json"}},
                             .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    m_line.send(signOn, [this, where, request, handler = std::move(handler)](Result<HttpAnswer> answer) {
        if (!answer)
            return handler(fail(answer.error().within(request.where)));
        const auto session = objectOf(where, *answer, {{"token", QJsonValue::String}});
        if (!session) {
            Error error = session.error().within(request.where);
            // Who is refused at the door has heard nothing about the case: it waits, it is not parked.
            if (remedyFor(error.kind) == Remedy::Refused)
                error.kind = ErrorKind::PlatformUnreachable;
            return handler(fail(error));
        }
        m_token = session->value(QStringLiteral("token")).toString().toLatin1();
        sendSigned(request, Renewal::Spent, handler);
    });
}

} // namespace tongban::offline::platform
