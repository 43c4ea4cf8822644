// SPDX-License-Identifier: GPL-3.0-or-later
// One request, one attempt, one outcome: everything about QNetworkAccessManager that must not surprise us.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/time_source.h"
#include "offline/platform/bandwidth_budget.h"
#include "offline/platform/platform_access.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>

#include <functional>
#include <memory>
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
    QByteArray bodySm3{}; // of the body, where it is known already (a page's, since it was sealed); empty: not known
    // A certificate of which only the dates are wrong is let pass, on a connection that carries nothing else: how a
    // terminal whose clock has died hears a signed time.
    bool datesMayBeWrong = false;
    bool shared = false; // its body goes within the bandwidth budget (pages; a form never waits)
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
    // clock outlives the line. Once it is calibrated, certificates are held against it instead of the machine's clock.
    HttpLine(const LineAccess &access, PlatformOptions options, const ports::TimeSource &clock);
    HttpLine(const PlatformAccess &access, PlatformOptions options, const ports::TimeSource &clock)
        : HttpLine(LineAccess{.base = access.base, .proxy = access.proxy, .tls = access.tls}, std::move(options), clock)
    {}

    // Any status is an answer (redirects included: they are not followed). Errors: PlatformUnreachable,
    // PlatformBadAnswer (too large, not HTTP). The handler is called once, later, on this thread; never after
    // ~HttpLine.
    void send(const HttpRequest &request, HttpHandler handler);

    // The last connection that failed did so because of nothing but the dates of a certificate.
    [[nodiscard]] bool datesDoubted() const { return m_datesDoubted; }

    // The last connection that failed did so because its server's certificate is not what the authority vouches for.
    [[nodiscard]] bool certificateRefused() const { return m_certificateRefused; }

    // Bytes of `shared` bodies taken by the network so far.
    [[nodiscard]] qint64 sharedBytesSent() const { return *m_sharedBytes; }

    // For how long from now the platform asked to be left alone (Retry-After of a 429 or 503); zero: it did not.
    [[nodiscard]] std::chrono::milliseconds pauseAsked() const;

private:
    [[nodiscard]] QNetworkReply *begin(const HttpRequest &request);
    void guard(QNetworkReply *reply, bool datesMayBeWrong);
    void judge(QNetworkReply *reply, const QList<QSslError> &errors, bool datesMayBeWrong);
    void judgeByTrustedTime(QNetworkReply *reply) const;
    void notePause(const HttpAnswer &answer);
    [[nodiscard]] bool holdsNow(const QSslCertificate &certificate) const;

    const ports::TimeSource &m_clock;
    BandwidthBudget m_budget; // and the count: bodies under way use them until m_access has gone
    std::shared_ptr<qint64> m_sharedBytes = std::make_shared<qint64>(0);
    QNetworkAccessManager m_access;
    QNetworkAccessManager m_undated; // its connections have met no date; they are closed behind each answer
    bool m_datesDoubted = false;
    bool m_certificateRefused = false;
    std::chrono::milliseconds m_pauseUntil{0}; // monotonic
    QSslConfiguration m_tls;
    PlatformOptions m_options;
};

} // namespace tongban::offline::platform
