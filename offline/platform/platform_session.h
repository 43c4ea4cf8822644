// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/http_line.h"
#include "offline/platform/request_signer.h"
#include "offline/platform/trusted_clock.h"

#include <memory>
#include <vector>

namespace tongban::offline::platform {

// Signed requests under a bearer session. It hears the city's signed time and signs on when there is no session, once
// for all who wait for it; and once more when the platform no longer knows it (401, whatever its code: an answer to
// HEAD has no body to say session_expired in). A request refused for its time or its nonce is put right and repeated
// once: the platform has not looked at what it says.
// The owner keeps it alive as long as its HttpLine: destroyed together, no handler runs afterwards.
class PlatformSession
{
public:
    // line and clock outlive the session.
    PlatformSession(HttpLine &line, const PlatformAccess &access, const QUrl &base, TrustedClock &clock);

    // As HttpLine::send; besides, PlatformUnreachable when the terminal is not let in.
    void send(const HttpRequest &request, HttpHandler handler);
    // Neither signed nor under a session: what the contract leaves open (the time, the capabilities of uploads).
    void sendPlain(const HttpRequest &request, HttpHandler handler) { m_line.send(request, std::move(handler)); }

    // Of the session that is in force or comes next: another one after each sign-on.
    [[nodiscard]] int number() const { return m_number; }

    [[nodiscard]] QUrl url(const QString &path) const; // "/cases" below the base

private:
    struct Attempt
    {
        HttpRequest request;
        HttpHandler handler;
        bool admitted = false; // signed on within this attempt
        bool repeated = false; // with a better time or another nonce
    };
    using Attempts = std::vector<std::shared_ptr<Attempt>>;

    void begin(const std::shared_ptr<Attempt> &attempt);
    void transmit(const std::shared_ptr<Attempt> &attempt);
    [[nodiscard]] bool putRight(const HttpAnswer &answer, const QByteArray &nonce, std::chrono::milliseconds sent);

    enum class Dates { Checked, Doubted };
    void admit();
    void askTime(Dates dates);
    void timeHeard(const Result<HttpAnswer> &answer, const QByteArray &nonce, std::chrono::milliseconds sent,
                   Dates dates);
    void signOn(bool again);
    void signedOn(const Result<HttpAnswer> &answer);
    void turnAway(const Error &error);

    HttpLine &m_line;
    TrustedClock &m_clock;
    QUrl m_base;
    QString m_deviceId;
    QString m_siteCode;
    crypto::Sm2PublicKey m_cityKey;
    RequestSigner m_signer;
    QString m_timeTrouble; // why the last signed time was not taken
    QByteArray m_token;    // memory only
    int m_number = 0;
    Attempts m_waiting; // for a sign-on that is under way
};

} // namespace tongban::offline::platform
