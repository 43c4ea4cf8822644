// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/cipher.h"

#include "offline/crypto/bytes.h"

#include <botan/aead.h>
#include <botan/exceptn.h>
#include <botan/kdf.h>
#include <botan/mac.h>
#include <botan/system_rng.h>

#include <algorithm>
#include <optional>

namespace tongban::offline::crypto {

namespace {

constexpr int nonceBytes = 12;
constexpr int sm4KeyBytes = 16;

std::optional<CipherSuite> suiteOf(const QByteArray &sealed)
{
    for (const CipherSuite suite : {CipherSuite::Aes256Gcm, CipherSuite::Sm4Gcm}) {
        if (sealed.at(0) == static_cast<char>(suite))
            return suite;
    }
    return std::nullopt;
}

const char *botanName(CipherSuite suite)
{
    switch (suite) {
    case CipherSuite::Aes256Gcm:
        return "AES-256/GCM";
    case CipherSuite::Sm4Gcm:
        return "SM4/GCM";
    }
    Q_UNREACHABLE();
}

Key keyFor(CipherSuite suite, const Key &key)
{
    if (suite == CipherSuite::Aes256Gcm)
        return key;
    Key derived = deriveKey(key, {}, QByteArrayLiteral("tongban seal: SM4"));
    derived.resize(sm4KeyBytes);
    return derived;
}

std::unique_ptr<Botan::AEAD_Mode> startedCipher(CipherSuite suite, Botan::Cipher_Dir direction, const Key &key,
                                                const QByteArray &nonce, const QByteArray &bound)
{
    auto cipher = Botan::AEAD_Mode::create_or_throw(botanName(suite), direction);
    cipher->set_key(keyFor(suite, key));
    const QByteArray associated = static_cast<char>(suite) + bound;
    cipher->set_associated_data(raw(associated), length(associated));
    cipher->start(raw(nonce), length(nonce));
    return cipher;
}

// All from `begin` on becomes what the cipher makes of it. Whole blocks where they stand, only the rest in a buffer of
// Botan's: a page is copied once, not five times.
void finishInPlace(Botan::AEAD_Mode &cipher, QByteArray &bytes, qsizetype begin)
{
    const auto block = static_cast<qsizetype>(cipher.update_granularity());
    const auto least = static_cast<qsizetype>(cipher.minimum_final_size());
    const qsizetype whole = std::max<qsizetype>(0, bytes.size() - begin - least) / block * block;
    cipher.process(reinterpret_cast<std::uint8_t *>(bytes.data()) + begin, static_cast<std::size_t>(whole));
    Key rest = keyFromBytes(bytes.sliced(begin + whole));
    cipher.finish(rest);
    bytes.truncate(begin + whole);
    bytes.append(reinterpret_cast<const char *>(rest.data()), static_cast<qsizetype>(rest.size()));
}

QByteArray mac(const char *name, const Key &key, const QByteArray &message)
{
    const auto code = Botan::MessageAuthenticationCode::create_or_throw(name);
    code->set_key(key);
    code->update(raw(message), length(message));
    return toByteArray(code->final());
}

} // namespace

Result<CipherSuite> cipherSuiteFromName(const QString &name)
{
    if (name == QLatin1String("aes-256-gcm"))
        return CipherSuite::Aes256Gcm;
    if (name == QLatin1String("sm4-gcm"))
        return CipherSuite::Sm4Gcm;
    return fail(ErrorKind::Misconfigured, QStringLiteral("crypto.suite"),
                QStringLiteral("the cipher is aes-256-gcm or sm4-gcm"));
}

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
    Key key(length(bytes)); // copied as a whole: through its iterators it would go byte by byte
    std::copy_n(raw(bytes), key.size(), key.data());
    return key;
}

QByteArray bytesOf(const Key &key)
{
    return toByteArray(key);
}

Key deriveKey(const Key &master, const QByteArray &salt, const QByteArray &info)
{
    const auto kdf = Botan::KDF::create_or_throw("HKDF(SHA-256)");
    return kdf->derive_key(keyBytes, master.data(), master.size(), raw(salt), length(salt), raw(info), length(info));
}

QByteArray sealWith(CipherSuite suite, const Key &key, const QByteArray &plain, const QByteArray &bound)
{
    const QByteArray nonce = randomBytes(nonceBytes);
    const auto cipher = startedCipher(suite, Botan::ENCRYPTION, key, nonce, bound);
    QByteArray sealed;
    sealed.reserve(plain.size() + sealOverheadBytes);
    sealed.append(static_cast<char>(suite)).append(nonce).append(plain);
    finishInPlace(*cipher, sealed, 1 + nonceBytes);
    return sealed;
}

Result<QByteArray> openWith(const Key &key, const QByteArray &sealed, const QByteArray &bound)
{
    const auto where = QStringLiteral("crypto.open");
    if (sealed.size() < sealOverheadBytes)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("too short to be sealed data"));
    const auto suite = suiteOf(sealed);
    if (!suite)
        return fail(ErrorKind::SealBroken, where, QStringLiteral("unknown cipher suite"));
    QByteArray plain = sealed.mid(1 + nonceBytes);
    try {
        const auto cipher = startedCipher(*suite, Botan::DECRYPTION, key, sealed.mid(1, nonceBytes), bound);
        finishInPlace(*cipher, plain, 0);
    } catch (const Botan::Invalid_Authentication_Tag &) {
        return fail(ErrorKind::SealBroken, where, QStringLiteral("wrong key, wrong place or changed bytes"));
    }
    return plain;
}

QByteArray hmac(const Key &key, const QByteArray &message)
{
    return mac("HMAC(SHA-256)", key, message);
}

QByteArray hmacSm3(const Key &key, const QByteArray &message)
{
    return mac("HMAC(SM3)", key, message);
}

} // namespace tongban::offline::crypto
