// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/platform_session.h"

#include "app/core/base/log.h"
#include "offline/platform/answers.h"
#include "offline/platform/signed_time.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace tongban::offline::platform {

PlatformSession::PlatformSession(HttpLine &line, const PlatformAccess &access, const QUrl &base, TrustedClock &clock)
    : m_line(line), m_clock(clock), m_base(base), m_deviceId(access.deviceId), m_siteCode(access.siteCode),
      m_cityKey(access.cityKey), m_signer(access.signingKey, access.appId, access.deviceId, clock)
{}

QUrl PlatformSession::url(const QString &path) const
{
    QUrl out = m_base;
    out.setPath(m_base.path() + path);
    return out;
}

void PlatformSession::send(const HttpRequest &request, HttpHandler handler)
{
    begin(std::make_shared<Attempt>(Attempt{.request = request, .handler = std::move(handler)}));
}

void PlatformSession::begin(const std::shared_ptr<Attempt> &attempt)
{
    if (!m_token.isEmpty())
        return transmit(attempt);
    attempt->admitted = true;
    m_waiting.push_back(attempt);
    if (m_waiting.size() == 1)
        admit();
}

void PlatformSession::transmit(const std::shared_ptr<Attempt> &attempt)
{
    HttpRequest bearing = attempt->request;
    bearing.headers.emplace_back("Authorization", "Bearer " + m_token);
    RequestSigner::Signed message = m_signer.sign(bearing);
    const auto sent = m_clock.monotonic();
    m_line.send(message.request,
                [this, attempt, sent, token = m_token, nonce = message.nonce](Result<HttpAnswer> answer) {
                    // The dates of its certificate are in doubt: the next attempt begins with the city's time.
                    if (!answer && m_line.datesDoubted())
                        m_token.clear();
                    if (!answer || answer->status != 401)
                        return attempt->handler(std::move(answer));
                    if (!attempt->repeated && putRight(*answer, nonce, sent)) {
                        attempt->repeated = true;
                        return begin(attempt);
                    }
                    if (m_token == token) // else somebody has signed on since
                        m_token.clear();
                    if (!attempt->admitted)
                        return begin(attempt);
                    attempt->handler(fail(errorOf(attempt->request.where, *answer)));
                });
}

// Whether the same request may be sent again at once, signed anew.
bool PlatformSession::putRight(const HttpAnswer &answer, const QByteArray &nonce, std::chrono::milliseconds sent)
{
    if (problemCode(answer) == QLatin1String("nonce_seen"))
        return true;
    const auto time = QByteArray::fromBase64Encoding(answer.headers.value("x-server-time-signed"));
    if (!time || (*time).isEmpty())
        return false;
    const auto heard = openSignedTime(*time, nonce, m_cityKey);
    return heard && m_clock.calibrate(*heard, sent, m_clock.monotonic());
}

// --- being let in ----------------------------------------------------------------------------------------------------

void PlatformSession::admit()
{
    askTime(Dates::Checked);
}

void PlatformSession::askTime(Dates dates)
{
    const QByteArray nonce = RequestSigner::randomNonce();
    HttpRequest question{.where = QStringLiteral("platform.time"),
                         .verb = "GET",
                         .url = url(QStringLiteral("/time")),
                         .headers = {},
                         .body = {}};
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("nonce"), QString::fromLatin1(nonce));
    question.url.setQuery(query);
    question.datesMayBeWrong = dates == Dates::Doubted;
    const auto sent = m_clock.monotonic();
    m_line.send(question, [this, nonce, sent, dates](const Result<HttpAnswer> &answer) {
        timeHeard(answer, nonce, sent, dates);
    });
}

void PlatformSession::timeHeard(const Result<HttpAnswer> &answer, const QByteArray &nonce,
                                std::chrono::milliseconds sent, Dates dates)
{
    if (!answer && m_line.datesDoubted() && dates == Dates::Checked)
        return askTime(Dates::Doubted);
    if (!answer)
        return turnAway(answer.error());
    const auto heard = answer->status == 200
                           ? openSignedTime(answer->body, nonce, m_cityKey)
                           : Result<QDateTime>(fail(errorOf(QStringLiteral("platform.time"), *answer)));
    const Result<void> taken =
        heard ? m_clock.calibrate(*heard, sent, m_clock.monotonic()) : Result<void>(fail(heard.error()));
    if (!taken && taken.error().kind == ErrorKind::PlatformBusy)
        return turnAway(taken.error());
    // A gateway without a signed time lets us in all the same, as long as its own checks are content with ours.
    // Said once for each cause, not at each sign-on; that there is no such address is the paper's to say.
    if (!taken && remedyFor(taken.error().kind) != Remedy::Refused && taken.error().detail != m_timeTrouble)
        log(LogEvent::PlatformTrouble, {{"where", taken.error().where},
                                        {"kind", QLatin1String(nameOf(taken.error().kind))},
                                        {"detail", taken.error().detail}});
    m_timeTrouble = taken ? QString() : taken.error().detail;
    signOn(false);
}

void PlatformSession::signOn(bool again)
{
    const QJsonObject body{{QStringLiteral("deviceId"), m_deviceId}, {QStringLiteral("siteCode"), m_siteCode}};
    const RequestSigner::Signed message = m_signer.sign({.where = QStringLiteral("platform.signOn"),
                                                         .verb = "POST",
                                                         .url = url(QStringLiteral("/sessions")),
                                                         .headers = {{"Content-Type", "application/json"}},
                                                         .body = QJsonDocument(body).toJson(QJsonDocument::Compact)});
    const auto sent = m_clock.monotonic();
    m_line.send(message.request, [this, again, sent, nonce = message.nonce](const Result<HttpAnswer> &answer) {
        if (answer && answer->status == 401 && !again && putRight(*answer, nonce, sent))
            return signOn(true);
        signedOn(answer);
    });
}

void PlatformSession::signedOn(const Result<HttpAnswer> &answer)
{
    if (!answer)
        return turnAway(answer.error());
    const auto session = objectOf(QStringLiteral("platform.signOn"), *answer, {{"token", QJsonValue::String}});
    if (!session) {
        Error error = session.error();
        // Who is refused at the door has heard nothing about the case: it waits, it is not parked.
        if (remedyFor(error.kind) == Remedy::Refused)
            error.kind = ErrorKind::PlatformUnreachable;
        return turnAway(error);
    }
    ++m_number;
    m_token = session->value(QStringLiteral("token")).toString().toLatin1();
    for (const auto &attempt : std::exchange(m_waiting, {}))
        transmit(attempt);
}

void PlatformSession::turnAway(const Error &error)
{
    for (const auto &attempt : std::exchange(m_waiting, {}))
        attempt->handler(fail(error.within(attempt->request.where)));
}

} // namespace tongban::offline::platform
