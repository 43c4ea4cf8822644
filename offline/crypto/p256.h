// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <memory>

namespace Botan {
class ECDSA_PrivateKey;
}

namespace tongban::offline::crypto {

// The terminal's key for mutual TLS: ECDSA on P-256 (FIPS 186-4), because Qt's TLS knows no SM2 certificates. Any
// thread; immutable.
class P256PrivateKey
{
public:
    [[nodiscard]] static P256PrivateKey generate();
    // PKCS #8 in PEM, not encrypted. Misconfigured: not PEM, not a key of this curve.
    [[nodiscard]] static Result<P256PrivateKey> fromPem(const QByteArray &pem);

    [[nodiscard]] QByteArray toPem() const;     // a copy that is not wiped: to be written 0600 at once
    [[nodiscard]] QByteArray publicDer() const; // SubjectPublicKeyInfo
    [[nodiscard]] QByteArray sign(const QByteArray &message) const; // over SHA-256, as ASN.1 (RFC 3279)

private:
    explicit P256PrivateKey(std::shared_ptr<const Botan::ECDSA_PrivateKey> key) : m_key(std::move(key)) {}
    std::shared_ptr<const Botan::ECDSA_PrivateKey> m_key;
};

} // namespace tongban::offline::crypto
