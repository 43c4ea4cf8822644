// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/sm2.h"

#include "offline/crypto/bytes.h"
#include "offline/crypto/sm3.h"

#include <botan/data_src.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>
#include <botan/system_rng.h>
#include <botan/x509_key.h>

namespace tongban::offline::crypto {

namespace {

constexpr auto signatureForm = "1234567812345678,SM3"; // signer's ID, digest
constexpr auto sealDigest = "SM3";

tl::unexpected<Error> notAKey(const char *why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("crypto.sm2-key"), QString::fromUtf8(why));
}

const Botan::EC_Group &curve()
{
    static const Botan::EC_Group group("sm2p256v1");
    return group;
}

// Everybody but Botan writes an SM2 key as a plain key of its curve (id-ecPublicKey, GM/T 0010): read and written so
// here.
template <class Key> const Key *onTheCurve(const Key *key)
{
    return key != nullptr && key->domain().get_curve_oid() == curve().get_curve_oid() ? key : nullptr;
}

Botan::DataSource_Memory sourceOf(const QByteArray &pem)
{
    return Botan::DataSource_Memory(raw(pem), length(pem));
}

} // namespace

Result<Sm2PublicKey> Sm2PublicKey::fromPem(const QByteArray &pem)
{
    try {
        auto source = sourceOf(pem);
        const std::unique_ptr<Botan::Public_Key> key(Botan::X509::load_key(source));
        const auto *point = onTheCurve(dynamic_cast<const Botan::EC_PublicKey *>(key.get()));
        if (point == nullptr || !point->check_key(Botan::system_rng(), true))
            return notAKey("not an SM2 public key");
        return Sm2PublicKey(std::make_shared<const Botan::SM2_PublicKey>(curve(), point->public_point()));
    } catch (const std::exception &error) {
        return notAKey(error.what());
    }
}

QByteArray Sm2PublicKey::toPem() const
{
    return QByteArray::fromStdString(Botan::X509::PEM_encode(Botan::ECDSA_PublicKey(curve(), m_key->public_point())));
}

QByteArray Sm2PublicKey::id() const
{
    const Botan::ECDSA_PublicKey plain(curve(), m_key->public_point());
    return sm3(toByteArray(plain.subject_public_key())).left(sm2KeyIdBytes);
}

bool Sm2PublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    if (signature.size() != sm2SignatureBytes)
        return false;
    Botan::PK_Verifier verifier(*m_key, signatureForm);
    return verifier.verify_message(raw(message), length(message), raw(signature), length(signature));
}

QByteArray Sm2PublicKey::sealFor(const QByteArray &plain) const
{
    const Botan::PK_Encryptor_EME encryptor(*m_key, Botan::system_rng(), sealDigest);
    return toByteArray(encryptor.encrypt(raw(plain), length(plain), Botan::system_rng()));
}

Sm2PrivateKey Sm2PrivateKey::generate()
{
    return Sm2PrivateKey(std::make_shared<const Botan::SM2_PrivateKey>(Botan::system_rng(), curve()));
}

Result<Sm2PrivateKey> Sm2PrivateKey::fromPem(const QByteArray &pem)
{
    try {
        auto source = sourceOf(pem);
        const std::unique_ptr<Botan::Private_Key> key = Botan::PKCS8::load_key(source);
        const auto *secret = onTheCurve(dynamic_cast<const Botan::EC_PrivateKey *>(key.get()));
        if (secret == nullptr || !secret->check_key(Botan::system_rng(), true))
            return notAKey("not an SM2 private key");
        return Sm2PrivateKey(
            std::make_shared<const Botan::SM2_PrivateKey>(Botan::system_rng(), curve(), secret->private_value()));
    } catch (const std::exception &error) {
        return notAKey(error.what());
    }
}

QByteArray Sm2PrivateKey::toPem() const
{
    const Botan::ECDSA_PrivateKey plain(Botan::system_rng(), curve(), m_key->private_value());
    return QByteArray::fromStdString(Botan::PKCS8::PEM_encode(plain));
}

Sm2PublicKey Sm2PrivateKey::publicKey() const
{
    return Sm2PublicKey(m_key);
}

QByteArray Sm2PrivateKey::sign(const QByteArray &message) const
{
    Botan::PK_Signer signer(*m_key, Botan::system_rng(), signatureForm);
    return toByteArray(signer.sign_message(raw(message), length(message), Botan::system_rng()));
}

Result<QByteArray> Sm2PrivateKey::open(const QByteArray &sealed) const
{
    const auto where = QStringLiteral("crypto.sm2-open");
    try {
        const Botan::PK_Decryptor_EME decryptor(*m_key, Botan::system_rng(), sealDigest);
        return toByteArray(decryptor.decrypt(raw(sealed), length(sealed)));
    } catch (const std::exception &error) { // damaged, or sealed to another key: Botan tells them by words only
        return fail(ErrorKind::SealBroken, where, QString::fromUtf8(error.what()));
    }
}

} // namespace tongban::offline::crypto
