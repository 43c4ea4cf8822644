// SPDX-License-Identifier: GPL-3.0-or-later
// Symmetric sealing, all over Botan: AES-256-GCM (NIST SP 800-38D) or SM4-GCM (GB/T 32907, RFC 8998), HKDF (RFC 5869)
// and HMAC over SHA-256, HMAC-SM3. Nothing here touches a disk. Any thread.
//
// Sealed bytes: suite (1 byte) | nonce (12 bytes, random for every seal) | ciphertext | tag (16 bytes). The suite is
// authenticated together with what the caller binds in; opening reads it, so that a terminal that changes its suite
// still opens what it sealed before.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <botan/secmem.h>

#include <cstdint>

namespace tongban::offline::crypto {

using Key = Botan::secure_vector<std::uint8_t>; // wiped when it is freed

enum class CipherSuite : char { Aes256Gcm = 0x01, Sm4Gcm = 0x02 };

inline constexpr int keyBytes = 32; // SM4 has 16-byte keys: its key is derived from the 32 bytes by HKDF
inline constexpr int sealOverheadBytes = 1 + 12 + 16;

// "aes-256-gcm" or "sm4-gcm", as in the configuration. Misconfigured for anything else.
[[nodiscard]] Result<CipherSuite> cipherSuiteFromName(const QString &name);

[[nodiscard]] Key randomKey();
[[nodiscard]] QByteArray randomBytes(int count);
[[nodiscard]] Key keyFromBytes(const QByteArray &bytes);
[[nodiscard]] QByteArray bytesOf(const Key &key); // a copy that is not wiped: to be sealed at once

// Independent keys out of one: another salt or another info is another key.
[[nodiscard]] Key deriveKey(const Key &master, const QByteArray &salt, const QByteArray &info);

[[nodiscard]] QByteArray sealWith(CipherSuite suite, const Key &key, const QByteArray &plain, const QByteArray &bound);
// SealBroken: another key, other bound bytes, or a single bit changed. The bytes never come back unauthenticated.
[[nodiscard]] Result<QByteArray> openWith(const Key &key, const QByteArray &sealed, const QByteArray &bound);

[[nodiscard]] QByteArray hmac(const Key &key, const QByteArray &message);    // over SHA-256, 32 bytes
[[nodiscard]] QByteArray hmacSm3(const Key &key, const QByteArray &message); // 32 bytes; older gateways sign with it

} // namespace tongban::offline::crypto
