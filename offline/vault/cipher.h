// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that names a cipher. AES-256-GCM (NIST SP 800-38D), HKDF (RFC 5869) and HMAC, all over SHA-256.
//
// Sealed bytes: version (1 byte, 0x01) | nonce (12 bytes, random for every seal) | ciphertext | tag (16 bytes).
// The version is authenticated together with what the caller binds in. Another cipher (SM4-GCM) is another version.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <botan/secmem.h>

#include <cstdint>

namespace tongban::offline::vault {

using Key = Botan::secure_vector<std::uint8_t>; // wiped when it is freed

inline constexpr int keyBytes = 32;
inline constexpr int sealOverheadBytes = 1 + 12 + 16;

[[nodiscard]] Key randomKey();
[[nodiscard]] QByteArray randomBytes(int count);
[[nodiscard]] Key keyFromBytes(const QByteArray &bytes);

// Independent keys out of one: another salt or another info is another key.
[[nodiscard]] Key deriveKey(const Key &master, const QByteArray &salt, const QByteArray &info);

[[nodiscard]] QByteArray sealWith(const Key &key, const QByteArray &plain, const QByteArray &bound);
// SealBroken: another key, other bound bytes, or a single bit changed. The bytes never come back unauthenticated.
[[nodiscard]] Result<QByteArray> openWith(const Key &key, const QByteArray &sealed, const QByteArray &bound);

[[nodiscard]] QByteArray hmac(const Key &key, const QByteArray &message); // 32 bytes

} // namespace tongban::offline::vault
