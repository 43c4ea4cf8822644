// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks, and that nobody changed a word: the signature of every request (contract: "Request signing"). It stands
// beside mutual TLS because TLS may end at a gateway, and because it is made with the algorithms that the law asks for.
#pragma once

#include "app/core/ports/time_source.h"
#include "offline/crypto/cipher.h"
#include "offline/crypto/sm2.h"
#include "offline/platform/http_line.h"

#include <functional>
#include <variant>

namespace tongban::offline::platform {

class RequestSigner
{
public:
    using NonceSource = std::function<QByteArray()>;

    // clock outlives the signer. key: SM2, or the secret of an older gateway for HMAC-SM3. nonces: 32 hexadecimal
    // digits in lower case, never the same twice.
    RequestSigner(SigningKey key, QString appId, QString deviceId, const Clock &clock, NonceSource nonces = randomNonce)
        : m_key(std::move(key)), m_appId(std::move(appId)), m_deviceId(std::move(deviceId)), m_clock(clock),
          m_nonces(std::move(nonces))
    {}

    struct Signed
    {
        HttpRequest request; // with the headers X-App-Id … X-Signature
        QByteArray nonce;    // an answer that vouches for the time repeats it
    };
    // One attempt: signed anew, under another nonce, each time it is sent.
    [[nodiscard]] Signed sign(const HttpRequest &request) const;

    [[nodiscard]] static QByteArray randomNonce(); // 16 bytes of the system's generator

private:
    SigningKey m_key;
    QString m_appId;
    QString m_deviceId;
    const Clock &m_clock;
    NonceSource m_nonces;
};

// The members of a query as the signature sees them: sorted by name, then by value, bytewise, as encoded on the wire.
[[nodiscard]] QByteArray sortedQuery(const QUrl &url);

} // namespace tongban::offline::platform
