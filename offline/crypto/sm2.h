// SPDX-License-Identifier: GPL-3.0-or-later
// SM2 on the recommended curve (GB/T 32918): the signatures of the application and sealing to the city's key. The
// signer's ID is always "1234567812345678" (GM/T 0009), the digest SM3. Any thread; a key object is immutable.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <memory>

namespace Botan {
class SM2_PrivateKey;
class SM2_PublicKey;
} // namespace Botan

namespace tongban::offline::crypto {

inline constexpr int sm2SignatureBytes = 64; // r | s, 32 bytes each, big-endian
inline constexpr int sm2KeyIdBytes = 8;

class Sm2PublicKey
{
public:
    // SubjectPublicKeyInfo in PEM. Misconfigured: not PEM, not an SM2 key, a point that is not on the curve.
    [[nodiscard]] static Result<Sm2PublicKey> fromPem(const QByteArray &pem);
    explicit Sm2PublicKey(std::shared_ptr<const Botan::SM2_PublicKey> key) : m_key(std::move(key)) {}

    [[nodiscard]] QByteArray toPem() const;
    // Names the key on paper and in bundles: the first 8 bytes of the SM3 of its SubjectPublicKeyInfo.
    [[nodiscard]] QByteArray id() const;
    [[nodiscard]] bool verifies(const QByteArray &message, const QByteArray &signature) const;
    // GB/T 32918.4 in the ASN.1 form of GM/T 0009: about 108 bytes longer than the plain bytes, which are at most 64
    // KiB (whole files are sealed with a key that is sealed so).
    [[nodiscard]] QByteArray sealFor(const QByteArray &plain) const;

private:
    std::shared_ptr<const Botan::SM2_PublicKey> m_key;
};

class Sm2PrivateKey
{
public:
    [[nodiscard]] static Sm2PrivateKey generate();
    // PKCS #8 in PEM, not encrypted. Misconfigured as for a public key.
    [[nodiscard]] static Result<Sm2PrivateKey> fromPem(const QByteArray &pem);

    [[nodiscard]] QByteArray toPem() const; // a copy that is not wiped: to be sealed or written 0600 at once
    [[nodiscard]] Sm2PublicKey publicKey() const;
    [[nodiscard]] QByteArray sign(const QByteArray &message) const;        // sm2SignatureBytes
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed) const; // SealBroken

private:
    explicit Sm2PrivateKey(std::shared_ptr<const Botan::SM2_PrivateKey> key) : m_key(std::move(key)) {}
    std::shared_ptr<const Botan::SM2_PrivateKey> m_key;
};

} // namespace tongban::offline::crypto
