// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/crypto/certificates.h"

#include "offline/crypto/bytes.h"

#include <botan/alg_id.h>
#include <botan/bigint.h>
#include <botan/certstor.h>
#include <botan/der_enc.h>
#include <botan/pem.h>
#include <botan/x509_dn.h>
#include <botan/x509cert.h>
#include <botan/x509path.h>

#include <chrono>
#include <functional>

namespace tongban::offline::crypto {

namespace {

constexpr auto ecdsaWithSha256 = "1.2.840.10045.4.3.2";
constexpr auto sm2WithSm3 = "1.2.156.10197.1.501";

using Sign = std::function<QByteArray(const QByteArray &message)>;

tl::unexpected<Error> notOurs(const QString &why)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("crypto.certificate"), why);
}

QByteArray contents(Botan::DER_Encoder &encoder)
{
    return toByteArray(encoder.get_contents());
}

QByteArray requestOf(const QByteArray &publicDer, const RequestSubject &subject, const char *algorithm,
                     const Sign &sign)
{
    Botan::X509_DN name;
    name.add_attribute("X520.OrganizationalUnit", subject.siteCode.toStdString());
    name.add_attribute("X520.CommonName", subject.deviceId.toStdString());
    Botan::DER_Encoder info;
    info.start_cons(Botan::SEQUENCE)
        .encode(std::size_t(0)) // version 1
        .encode(name)
        .raw_bytes(raw(publicDer), length(publicDer))
        .start_explicit(0) // attributes: none
        .end_explicit()
        .end_cons();
    const QByteArray toSign = contents(info);
    const QByteArray signature = sign(toSign);
    Botan::DER_Encoder request;
    request.start_cons(Botan::SEQUENCE)
        .raw_bytes(raw(toSign), length(toSign))
        .encode(Botan::AlgorithmIdentifier(Botan::OID(algorithm), Botan::AlgorithmIdentifier::USE_EMPTY_PARAM))
        .encode(raw(signature), length(signature), Botan::BIT_STRING)
        .end_cons();
    const QByteArray der = contents(request);
    return QByteArray::fromStdString(Botan::PEM_Code::encode(raw(der), length(der), "CERTIFICATE REQUEST"));
}

QByteArray derFromPem(const QByteArray &pem, const char *label)
{
    return toByteArray(Botan::PEM_Code::decode_check_label(pem.toStdString(), label));
}

// r | s as ASN.1 wants it (GM/T 0009).
QByteArray pairOf(const QByteArray &signature)
{
    constexpr int half = sm2SignatureBytes / 2;
    const QByteArray r = signature.left(half);
    const QByteArray s = signature.right(half);
    Botan::DER_Encoder pair;
    pair.start_cons(Botan::SEQUENCE)
        .encode(Botan::BigInt(raw(r), length(r)))
        .encode(Botan::BigInt(raw(s), length(s)))
        .end_cons();
    return contents(pair);
}

Botan::X509_Certificate certificateIn(const QByteArray &der)
{
    return Botan::X509_Certificate(raw(der), length(der));
}

} // namespace

QByteArray certificateRequest(const P256PrivateKey &key, const RequestSubject &subject)
{
    return requestOf(key.publicDer(), subject, ecdsaWithSha256,
                     [&key](const QByteArray &message) { return key.sign(message); });
}

QByteArray certificateRequest(const Sm2PrivateKey &key, const RequestSubject &subject)
{
    return requestOf(derFromPem(key.publicKey().toPem(), "PUBLIC KEY"), subject, sm2WithSm3,
                     [&key](const QByteArray &message) { return pairOf(key.sign(message)); });
}

Result<void> certifies(const QList<QByteArray> &chain, const QList<QByteArray> &authorities,
                       const QByteArray &publicDer, const QDateTime &nowUtc)
{
    if (chain.isEmpty())
        return notOurs(QStringLiteral("no certificate"));
    try {
        std::vector<Botan::X509_Certificate> path;
        for (const QByteArray &der : chain)
            path.push_back(certificateIn(der));
        Botan::Certificate_Store_In_Memory trusted;
        for (const QByteArray &der : authorities)
            trusted.add_certificate(certificateIn(der));
        if (toByteArray(path.front().subject_public_key_info()) != publicDer)
            return notOurs(QStringLiteral("the certificate is of another key"));
        const std::chrono::system_clock::time_point now{std::chrono::milliseconds(nowUtc.toMSecsSinceEpoch())};
        const auto verdict = Botan::x509_path_validate(path, Botan::Path_Validation_Restrictions(), trusted, "",
                                                       Botan::Usage_Type::TLS_CLIENT_AUTH, now);
        if (!verdict.successful_validation())
            return notOurs(QString::fromStdString(verdict.result_string()));
        return {};
    } catch (const std::exception &error) {
        return notOurs(QString::fromUtf8(error.what()));
    }
}

} // namespace tongban::offline::crypto
