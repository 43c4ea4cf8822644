// SPDX-License-Identifier: GPL-3.0-or-later
// Where the city's platform is and how this terminal proves to it who it is.
#pragma once

#include "app/core/base/result.h"
#include "offline/crypto/cipher.h"
#include "offline/crypto/sm2.h"
#include "offline/platform/bandwidth_budget.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <variant>

namespace tongban::offline::platform {

// As the configuration file says it; files are PEM. The certificate file may carry its chain.
struct PlatformConfig
{
    QUrl url;          // https only, with the base path: https://platform.city.example/v1
    QUrl standbyUrl{}; // the same platform's address for disasters; empty: there is none
    QString caFile;
    QString certificateFile;
    QString keyFile; // ECDSA or RSA (Qt's TLS knows no SM2), not encrypted
    QString deviceId;
    QString siteCode;       // 12 digits
    QString appId;          // under which the city knows this program
    QString cityKeyFile;    // SM2 public key: what the city signs is checked with it
    QString signKeyFile;    // SM2 private key of this terminal, not encrypted; or else …
    QString hmacSecretFile; // … a secret of at least 16 bytes in hexadecimal, for an older gateway. Exactly one of both
    QUrl proxy;             // http://host:port, spoken to by CONNECT; empty: none, whatever the surroundings say
};

// What a terminal signs its requests with: its own key, or a secret that it shares with the gateway (HMAC-SM3).
using SigningKey = std::variant<crypto::Sm2PrivateKey, crypto::Key>;

struct PlatformOptions
{
    // Ends a request when no byte moved for so long. The uplink of a village is slow: bytes per minute are still alive.
    std::chrono::milliseconds transferTimeout{30'000};
    // Ends a request that moves, but never comes to its end.
    std::chrono::milliseconds requestDeadline{600'000};
    // What was sent may still be handled so long after its connection ended.
    std::chrono::milliseconds handlingGrace{120'000};
    qint64 maxAnswerBytes = 16 * 1024 * 1024; // beyond it an answer is PlatformBadAnswer
    std::vector<BudgetRule> budget{};         // of the uplink, for pages; empty: no limit
};

// An address and whom to believe there: all that a terminal needs before it has anything to prove who it is.
struct LineAccess
{
    QUrl base; // without a trailing slash
    QNetworkProxy proxy;
    QSslConfiguration tls;
};

// Checked and loaded: everything that can be wrong with a configuration was found before this exists.
struct PlatformAccess
{
    QUrl base;                   // without a trailing slash
    std::optional<QUrl> standby; // likewise
    QNetworkProxy proxy;
    QSslConfiguration tls;
    QString deviceId;
    QString siteCode;
    QString appId;
    SigningKey signingKey;
    crypto::Sm2PublicKey cityKey;
};

// Trusts only the configured authority, not those of the system; TLS 1.2 or 1.3; peer verified by name. Any thread.
// Errors: Misconfigured, naming what is wrong (plain http, an unreadable file, no certificate in it, a key of another).
[[nodiscard]] Result<PlatformAccess> prepareAccess(const PlatformConfig &config);

// The same without a certificate of the terminal's own. caFile: the authority that the server is held to.
[[nodiscard]] Result<LineAccess> prepareLine(const QUrl &url, const QString &caFile, const QUrl &proxy);

} // namespace tongban::offline::platform
