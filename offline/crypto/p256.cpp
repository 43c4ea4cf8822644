// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/p256.h"

#include "offline/crypto/bytes.h"

#include <botan/data_src.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/system_rng.h>

namespace tongban::offline::crypto {

namespace {

constexpr auto signatureForm = "EMSA1(SHA-256)";

tl::unexpected<Error> notAKey(const char *why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("crypto.p256-key"), QString::fromUtf8(why));
}

const Botan::EC_Group &curve()
{
    static const Botan::EC_Group group("secp256r1");
    return group;
}

} // namespace

P256PrivateKey P256PrivateKey::generate()
{
    return P256PrivateKey(std::make_shared<const Botan::ECDSA_PrivateKey>(Botan::system_rng(), curve()));
}

Result<P256PrivateKey> P256PrivateKey::fromPem(const QByteArray &pem)
{
    try {
        Botan::DataSource_Memory source(raw(pem), length(pem));
        const std::unique_ptr<Botan::Private_Key> key = Botan::PKCS8::load_key(source);
        const auto *secret = dynamic_cast<const Botan::EC_PrivateKey *>(key.get());
        if (secret == nullptr || secret->domain().get_curve_oid() != curve().get_curve_oid() ||
            !secret->check_key(Botan::system_rng(), true))
            return notAKey("not a P-256 private key");
        return P256PrivateKey(
            std::make_shared<const Botan::ECDSA_PrivateKey>(Botan::system_rng(), curve(), secret->private_value()));
    } catch (const std::exception &error) {
        return notAKey(error.what());
    }
}

QByteArray P256PrivateKey::toPem() const
{
    return QByteArray::fromStdString(Botan::PKCS8::PEM_encode(*m_key));
}

QByteArray P256PrivateKey::publicDer() const
{
    return toByteArray(m_key->subject_public_key());
}

QByteArray P256PrivateKey::sign(const QByteArray &message) const
{
    Botan::PK_Signer signer(*m_key, Botan::system_rng(), signatureForm, Botan::DER_SEQUENCE);
    return toByteArray(signer.sign_message(raw(message), length(message), Botan::system_rng()));
}

} // namespace tongban::offline::crypto
