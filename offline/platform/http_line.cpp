// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/http_line.h"

#include "offline/platform/body_device.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

namespace tongban::offline::platform {

namespace {

constexpr auto causeProperty = "tongbanCause";
constexpr auto tooLarge = "answer too large";

QNetworkRequest requestFor(const HttpRequest &request, const QSslConfiguration &tls, const PlatformOptions &options)
{
    QNetworkRequest out(request.url);
    out.setSslConfiguration(tls);
    out.setTransferTimeout(static_cast<int>(options.transferTimeout.count()));
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // One stream a request: what is cut is cut alone, and a sequential body is never replayed by the HTTP/2 layer.
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (request.body)
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body->size());
    return out;
}

HttpAnswer answerIn(QNetworkReply &reply, int status)
{
    HttpAnswer answer{.status = status, .headers = {}, .body = reply.readAll()};
    for (const auto &[name, value] : reply.rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

// The words of Qt and OpenSSL name hosts and certificates, never a person.
Result<HttpAnswer> outcomeOf(QNetworkReply &reply, const QString &where)
{
    const QString cause = reply.property(causeProperty).toString();
    if (cause == QLatin1String(tooLarge))
        return fail(ErrorKind::PlatformBadAnswer, where, cause);
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const int error = reply.error();
    const bool protocolError = error >= QNetworkReply::ProtocolUnknownError && error <= QNetworkReply::ProtocolFailure;
    const bool lineError = error > QNetworkReply::NoError && error <= QNetworkReply::UnknownProxyError;
    // Qt calls a plain 400 a protocol error too; what is no HTTP at all has no status.
    if (protocolError && status == 0)
        return fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("not HTTP: ") + reply.errorString());
    if (lineError || status == 0)
        return fail(ErrorKind::PlatformUnreachable, where, cause.isEmpty() ? reply.errorString() : cause);
    return answerIn(reply, status);
}

} // namespace

HttpLine::HttpLine(const QSslConfiguration &tls, PlatformOptions options) : m_tls(tls), m_options(options)
{
    // One destination on the extranet; a proxy of the surroundings must not come between.
    m_access.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

QNetworkReply *HttpLine::begin(const HttpRequest &request)
{
    const QNetworkRequest wire = requestFor(request, m_tls, m_options);
    if (!request.body)
        return m_access.sendCustomRequest(wire, request.verb);
    auto *body = new BodyDevice(*request.body);
    QNetworkReply *reply = m_access.sendCustomRequest(wire, request.verb, body);
    body->setParent(reply);
    return reply;
}

void HttpLine::guard(QNetworkReply *reply)
{
    const auto end = [reply](const QString &cause) {
        if (reply->property(causeProperty).isNull())
            reply->setProperty(causeProperty, cause);
        reply->abort();
    };
    QTimer::singleShot(m_options.requestDeadline, reply, [end] { end(QStringLiteral("request deadline")); });
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [end, limit = m_options.maxAnswerBytes](qint64 received, qint64 total) {
                         if (received > limit || total > limit)
                             end(QLatin1String(tooLarge));
                     });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply](const QList<QSslError> &errors) {
        QStringList words;
        for (const QSslError &error : errors)
            words.append(error.errorString());
        reply->setProperty(causeProperty, QStringLiteral("TLS: ") + words.join(QStringLiteral("; ")));
    });
}

void HttpLine::send(const HttpRequest &request, HttpHandler handler)
{
    QNetworkReply *reply = begin(request);
    guard(reply);
    // Queued, so that the handler may destroy this line. Once: an abort may say "finished" a second time.
    QObject::connect(
        reply, &QNetworkReply::finished, reply,
        [reply, where = request.where, handler = std::move(handler)]() mutable {
            if (!handler)
                return;
            auto call = std::exchange(handler, nullptr);
            reply->deleteLater();
            call(outcomeOf(*reply, where));
        },
        Qt::QueuedConnection);
}

} // namespace tongban::offline::platform
