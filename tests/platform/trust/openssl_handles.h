// SPDX-License-Identifier: GPL-3.0-or-later
// libcrypto's objects with an owner; private to this room.
#pragma once

#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>

namespace tongban::tests::platform::trust {

template <auto release> struct Release
{
    template <class Object> void operator()(Object *object) const { release(object); }
};
template <class Object, auto release> using Handle = std::unique_ptr<Object, Release<release>>;

using Bio = Handle<BIO, BIO_free>;
using Certificate = Handle<X509, X509_free>;
using CertificateRequest = Handle<X509_REQ, X509_REQ_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using SignaturePair = Handle<ECDSA_SIG, ECDSA_SIG_free>;

inline constexpr char signerId[] = "1234567812345678"; // GM/T 0009
inline constexpr std::size_t signerIdBytes = sizeof signerId - 1;

[[nodiscard]] inline Bio reading(const std::string &text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

[[nodiscard]] inline std::string written(BIO *bio)
{
    char *bytes = nullptr;
    const long count = BIO_get_mem_data(bio, &bytes);
    return std::string(bytes, static_cast<std::size_t>(count));
}

} // namespace tongban::tests::platform::trust
