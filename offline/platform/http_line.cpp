// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/http_line.h"

#include "offline/platform/answers.h"
#include "offline/platform/body_device.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

#include <algorithm>

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

bool isAboutDates(const QSslError &error)
{
    return error.error() == QSslError::CertificateNotYetValid || error.error() == QSslError::CertificateExpired;
}

void endReply(QNetworkReply *reply, const QString &cause)
{
    if (reply->property(causeProperty).isNull())
        reply->setProperty(causeProperty, cause);
    reply->abort();
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

HttpLine::HttpLine(const LineAccess &access, PlatformOptions options, const ports::TimeSource &clock)
    : m_clock(clock), m_budget(options.budget, clock), m_tls(access.tls), m_options(options)
{
    // The one of the configuration or none: a proxy of the surroundings must not come between.
    m_access.setProxy(access.proxy);
    m_undated.setProxy(access.proxy);
}

QNetworkReply *HttpLine::begin(const HttpRequest &request)
{
    const QNetworkRequest wire = requestFor(request, m_tls, m_options);
    if (request.datesMayBeWrong)
        return m_undated.sendCustomRequest(wire, request.verb);
    // Of a verb that it does not know by name Qt expects a body, and waits for it; HEAD's answer has none.
    if (request.verb == "HEAD")
        return m_access.head(wire);
    if (!request.body)
        return m_access.sendCustomRequest(wire, request.verb);
    auto *body =
        request.shared ? new BodyDevice(*request.body, &m_budget, m_sharedBytes) : new BodyDevice(*request.body);
    QNetworkReply *reply = m_access.sendCustomRequest(wire, request.verb, body);
    body->setParent(reply);
    return reply;
}

bool HttpLine::holdsNow(const QSslCertificate &certificate) const
{
    const QDateTime now = m_clock.nowUtc();
    return certificate.effectiveDate() <= now && now <= certificate.expiryDate();
}

void HttpLine::judge(QNetworkReply *reply, const QList<QSslError> &errors, bool datesMayBeWrong)
{
    const bool onlyDates = std::all_of(errors.begin(), errors.end(), isAboutDates);
    const auto holds = [this](const QSslError &error) { return holdsNow(error.certificate()); };
    if (onlyDates && (datesMayBeWrong || (m_clock.isCalibrated() && std::all_of(errors.begin(), errors.end(), holds))))
        return reply->ignoreSslErrors(errors);
    m_datesDoubted = onlyDates;
    m_certificateRefused = true;
    QStringList words;
    for (const QSslError &error : errors)
        words.append(error.errorString());
    reply->setProperty(causeProperty, QStringLiteral("TLS: ") + words.join(QStringLiteral("; ")));
}

// The machine's clock may stand in a year in which a certificate was still good.
void HttpLine::judgeByTrustedTime(QNetworkReply *reply) const
{
    if (!m_clock.isCalibrated())
        return;
    const auto chain = reply->sslConfiguration().peerCertificateChain();
    if (!std::all_of(chain.begin(), chain.end(), [this](const auto &certificate) { return holdsNow(certificate); }))
        endReply(reply, QStringLiteral("TLS: a certificate that does not hold at the trusted time"));
}

void HttpLine::guard(QNetworkReply *reply, bool datesMayBeWrong)
{
    QTimer::singleShot(m_options.requestDeadline, reply,
                       [reply] { endReply(reply, QStringLiteral("request deadline")); });
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [reply, limit = m_options.maxAnswerBytes](qint64 received, qint64 total) {
                         if (received > limit || total > limit)
                             endReply(reply, QLatin1String(tooLarge));
                     });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                     [this, reply, datesMayBeWrong](const auto &errors) { judge(reply, errors, datesMayBeWrong); });
    if (!datesMayBeWrong)
        QObject::connect(reply, &QNetworkReply::encrypted, reply, [this, reply] { judgeByTrustedTime(reply); });
}

void HttpLine::notePause(const HttpAnswer &answer)
{
    if (isOfOnePhone(answer))
        return;
    if (const auto pause = retryAfter(answer, m_clock.nowUtc()))
        m_pauseUntil = std::max(m_pauseUntil, m_clock.monotonic() + *pause);
}

std::chrono::milliseconds HttpLine::pauseAsked() const
{
    return std::max(m_pauseUntil - m_clock.monotonic(), std::chrono::milliseconds::zero());
}

void HttpLine::send(const HttpRequest &request, HttpHandler handler)
{
    m_datesDoubted = false;
    m_certificateRefused = false;
    QNetworkReply *reply = begin(request);
    guard(reply, request.datesMayBeWrong);
    // Queued, so that the handler may destroy this line. Once: an abort may say "finished" a second time.
    QObject::connect(
        reply, &QNetworkReply::finished, reply,
        [this, reply, where = request.where, undated = request.datesMayBeWrong,
         handler = std::move(handler)]() mutable {
            if (!handler)
                return;
            auto call = std::exchange(handler, nullptr);
            reply->deleteLater();
            if (undated)
                m_undated.clearConnectionCache();
            const auto outcome = outcomeOf(*reply, where);
            if (outcome)
                notePause(*outcome);
            call(outcome);
        },
        Qt::QueuedConnection);
}

} // namespace tongban::offline::platform
