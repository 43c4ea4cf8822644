// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/cipher.h"

#include <botan/aead.h>
#include <botan/exceptn.h>
#include <botan/kdf.h>
#include <botan/mac.h>
#include <botan/system_rng.h>

namespace tongban::offline::vault {

namespace {

constexpr char sealVersion = 0x01;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

const std::uint8_t *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const std::uint8_t *>(bytes.constData());
}

std::size_t length(const QByteArray &bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

template <class Vector> QByteArray toByteArray(const Vector &vector)
{
    return QByteArray(reinterpret_cast<const char *>(vector.data()), static_cast<qsizetype>(vector.size()));
}

std::unique_ptr<Botan::AEAD_Mode> startedCipher(Botan::Cipher_Dir direction, const Key &key, const QByteArray &nonce,
                                                const QByteArray &bound)
{
    auto cipher = Botan::AEAD_Mode::create_or_throw("AES-256/GCM", direction);
    cipher->set_key(key);
    const QByteArray associated = sealVersion + bound;
    cipher->set_associated_data(raw(associated), length(associated));
    cipher->start(raw(nonce), length(nonce));
    return cipher;
}

} // namespace

Key randomKey()
{
    Key key(keyBytes);
    Botan::system_rng().randomize(key.data(), key.size());
    return key;
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    Botan::system_rng().randomize(reinterpret_cast<std::uint8_t *>(bytes.data()), length(bytes));
    return bytes;
}

Key keyFromBytes(const QByteArray &bytes)
{
    return Key(raw(bytes), raw(bytes) + bytes.size());
}

Key deriveKey(const Key &master, const QByteArray &salt, const QByteArray &info)
{
    const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
    return kdf->derive_key(keyBytes, master.data(), master.size(), raw(salt), length(salt), raw(info), length(info));
}

QByteArray sealWith(const Key &key, const QByteArray &plain, const QByteArray &bound)
{
    const QByteArray nonce = randomBytes(nonceBytes);
    const auto cipher = startedCipher(Botan::ENCRYPTION, key, nonce, bound);
    Key buffer = keyFromBytes(plain);
    cipher->finish(buffer);
    return sealVersion + nonce + toByteArray(buffer);
}

Result<QByteArray> openWith(const Key &key, const QByteArray &sealed, const QByteArray &bound)
{
    const auto where = QStringLiteral("vault.open");
    if (sealed.size() < sealOverheadBytes)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("too short to be sealed data"));
    if (sealed.at(0) != sealVersion)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("unknown seal version"));
    Key buffer = keyFromBytes(sealed.mid(1 + nonceBytes));
    try {
        startedCipher(Botan::DECRYPTION, key, sealed.mid(1, nonceBytes), bound)->finish(buffer);
    } catch (const Botan::Invalid_Authentication_Tag &) {
        return fail(ErrorKind::SealBroken, where, QStringLiteral("wrong key, wrong place or changed bytes"));
    }
    return toByteArray(buffer);
}

QByteArray hmac(const Key &key, const QByteArray &message)
{
    const auto mac = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-256)");
    mac->set_key(key);
    mac->update(raw(message), length(message));
    return toByteArray(mac->final());
}

} // namespace tongban::offline::vault
