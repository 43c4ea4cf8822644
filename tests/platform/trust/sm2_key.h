// SPDX-License-Identifier: GPL-3.0-or-later
// SM2 signatures (GB/T 32918.2, SM3, signer's ID 1234567812345678) and HMAC-SM3 by libcrypto: the terminal has them
// from another library, so that two readings of the standards meet on the wire. Any thread; a key is immutable.
#pragma once

#include <openssl/types.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::tests::platform::trust {

class Sm2Key
{
public:
    // PEM: SubjectPublicKeyInfo or PKCS #8. None: not a key of the SM2 curve.
    [[nodiscard]] static std::optional<Sm2Key> fromPublicPem(const std::string &pem);
    [[nodiscard]] static std::optional<Sm2Key> fromPrivatePem(const std::string &pem);
    Sm2Key() = default; // none yet: not to be used
    explicit Sm2Key(std::shared_ptr<EVP_PKEY> key) : m_key(std::move(key)) {}

    [[nodiscard]] std::string sign(std::string_view text) const; // base64 of r | s; a private key
    [[nodiscard]] bool verifies(std::string_view text, const std::string &signature) const; // base64, as it came
    // What was sealed to this key (GB/T 32918.4, ASN.1), by the private one; none: it does not open.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;
    [[nodiscard]] std::string publicPem() const;
    [[nodiscard]] std::string id() const; // 16 hexadecimal digits: SM3 of the SubjectPublicKeyInfo, first 8 bytes

private:
    std::shared_ptr<EVP_PKEY> m_key;
};

[[nodiscard]] std::string hmacSm3(const std::string &secret, std::string_view text); // base64

} // namespace tongban::tests::platform::trust
