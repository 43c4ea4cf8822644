// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/request_signer.h"

#include "offline/crypto/sm3.h"

#include <algorithm>

namespace tongban::offline::platform {

namespace {

struct Signature
{
    QByteArray algorithm;
    QByteArray bytes;
};

Signature signatureOver(const QByteArray &text, const SigningKey &key)
{
    if (const auto *sm2 = std::get_if<crypto::Sm2PrivateKey>(&key))
        return {"SM2-SM3", sm2->sign(text)};
    return {"HMAC-SM3", crypto::hmacSm3(std::get<crypto::Key>(key), text)};
}

} // namespace

QByteArray sortedQuery(const QUrl &url)
{
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (query.isEmpty())
        return {};
    QByteArrayList members = query.split('&');
    std::sort(members.begin(), members.end(), [](const QByteArray &a, const QByteArray &b) {
        const auto nameOf = [](const QByteArray &member) { return member.left(member.indexOf('=')); };
        const QByteArray left = nameOf(a), right = nameOf(b);
        return left == right ? a < b : left < right;
    });
    return members.join('&');
}

QByteArray RequestSigner::randomNonce()
{
    return crypto::randomBytes(16).toHex();
}

RequestSigner::Signed RequestSigner::sign(const HttpRequest &request) const
{
    Signed out{.request = request, .nonce = m_nonces()};
    const QByteArray app = m_appId.toUtf8(), device = m_deviceId.toUtf8();
    const QByteArray time = QByteArray::number(m_clock.nowUtc().toMSecsSinceEpoch());
    const QByteArray digest =
        (request.bodySm3.isEmpty() ? crypto::sm3(request.body.value_or(QByteArray())) : request.bodySm3).toHex();
    const QByteArrayList lines{request.verb,
                               request.url.path(QUrl::FullyEncoded).toLatin1(),
                               sortedQuery(request.url),
                               app,
                               device,
                               time,
                               out.nonce,
                               digest};
    const Signature signature = signatureOver(lines.join('\n'), m_key);
    auto &headers = out.request.headers;
    headers.emplace_back("X-App-Id", app);
    headers.emplace_back("X-Device-Id", device);
    headers.emplace_back("X-Timestamp", time);
    headers.emplace_back("X-Nonce", out.nonce);
    headers.emplace_back("X-Body-SM3", digest);
    headers.emplace_back("X-Signature-Algorithm", signature.algorithm);
    headers.emplace_back("X-Signature", signature.bytes.toBase64());
    return out;
}

} // namespace tongban::offline::platform
