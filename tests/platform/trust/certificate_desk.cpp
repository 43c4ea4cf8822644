// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/trust/certificate_desk.h"

#include "tests/platform/base/log.h"
#include "tests/platform/trust/openssl_handles.h"

#include <openssl/pem.h>
#include <openssl/rand.h>

#include <fstream>
#include <sstream>

namespace tongban::tests::platform::trust {

namespace {

constexpr int serialBits = 127;        // positive and at most 20 bytes, as RFC 5280 asks
constexpr long backdateSeconds = 3600; // a terminal's clock may be behind
constexpr long validSeconds = 825L * 24 * 3600;

using Result = tl::expected<std::string, std::string>;

void demand(bool held, const char *what)
{
    if (!held)
        stopBroken(what);
}

CertificateRequest readRequest(const std::string &pem)
{
    return CertificateRequest(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, nullptr, nullptr));
}

std::string textOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void addEntry(X509_NAME *name, const char *field, const std::string &value)
{
    demand(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(value.data()),
                                      static_cast<int>(value.size()), -1, 0) == 1,
           "a subject cannot be written");
}

void addExtension(X509 *certificate, X509V3_CTX *context, int nid, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, context, nid, value);
    demand(extension && X509_add_ext(certificate, extension, -1) == 1, "an extension cannot be written");
    X509_EXTENSION_free(extension);
}

void addSerial(X509 *certificate)
{
    const Handle<BIGNUM, BN_free> number(BN_new());
    demand(BN_rand(number.get(), serialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
               BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
           "a serial number cannot be made");
}

} // namespace

Result tlsKeyOf(const std::string &request)
{
    const CertificateRequest read = readRequest(request);
    EVP_PKEY *key = read ? X509_REQ_get0_pubkey(read.get()) : nullptr;
    char group[32] = "";
    if (!key || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1 || std::string(group) != "prime256v1")
        return tl::unexpected<std::string>("tlsRequest: not a PKCS #10 request of a P-256 key");
    if (X509_REQ_verify(read.get(), key) != 1)
        return tl::unexpected<std::string>("tlsRequest: not signed by its own key");
    const Bio bio(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PUBKEY(bio.get(), key) == 1, "a public key cannot be written");
    return written(bio.get());
}

tl::expected<Sm2Key, std::string> signingKeyOf(const std::string &request)
{
    const CertificateRequest read = readRequest(request);
    EVP_PKEY *key = read ? X509_REQ_get0_pubkey(read.get()) : nullptr;
    if (!key || EVP_PKEY_is_a(key, "SM2") != 1)
        return tl::unexpected<std::string>("signRequest: not a PKCS #10 request of an SM2 key");
    ASN1_OCTET_STRING *id = ASN1_OCTET_STRING_new();
    demand(id && ASN1_OCTET_STRING_set(id, reinterpret_cast<const unsigned char *>(signerId), signerIdBytes) == 1,
           "the signer's ID cannot be written");
    X509_REQ_set0_distinguishing_id(read.get(), id); // owns it from here on
    if (X509_REQ_verify(read.get(), key) != 1)
        return tl::unexpected<std::string>("signRequest: not signed by its own key with SM2-SM3 under the standard ID");
    EVP_PKEY_up_ref(key);
    return Sm2Key(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

tl::expected<CertificateDesk, std::string> CertificateDesk::open(const std::string &caFile, const std::string &keyFile)
{
    CertificateDesk desk;
    desk.m_caPem = textOf(caFile);
    desk.m_ca.reset(PEM_read_bio_X509(reading(desk.m_caPem).get(), nullptr, nullptr, nullptr), X509_free);
    desk.m_key.reset(PEM_read_bio_PrivateKey(reading(textOf(keyFile)).get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!desk.m_ca)
        return tl::unexpected<std::string>(caFile + ": not a certificate");
    if (!desk.m_key || X509_check_private_key(desk.m_ca.get(), desk.m_key.get()) != 1)
        return tl::unexpected<std::string>(keyFile + ": not the key of " + caFile);
    return desk;
}

std::string CertificateDesk::issue(const std::string &publicPem, const std::string &deviceId,
                                   const std::string &siteCode) const
{
    const Handle<EVP_PKEY, EVP_PKEY_free> key(PEM_read_bio_PUBKEY(reading(publicPem).get(), nullptr, nullptr, nullptr));
    const Certificate certificate(X509_new());
    X509 *const raw = certificate.get();
    demand(key && raw && X509_set_version(raw, X509_VERSION_3) == 1 && X509_set_pubkey(raw, key.get()) == 1,
           "a certificate cannot be begun");
    addSerial(raw);
    demand(X509_gmtime_adj(X509_getm_notBefore(raw), -backdateSeconds) &&
               X509_gmtime_adj(X509_getm_notAfter(raw), validSeconds),
           "a certificate's dates cannot be written");
    X509_NAME *subject = X509_get_subject_name(raw);
    addEntry(subject, "O", "Tongban reference city");
    addEntry(subject, "OU", siteCode);
    addEntry(subject, "CN", deviceId);
    demand(X509_set_issuer_name(raw, X509_get_subject_name(m_ca.get())) == 1, "an issuer cannot be written");
    X509V3_CTX context;
    X509V3_set_ctx(&context, m_ca.get(), raw, nullptr, nullptr, 0);
    addExtension(raw, &context, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(raw, &context, NID_key_usage, "critical,digitalSignature");
    addExtension(raw, &context, NID_ext_key_usage, "clientAuth");
    demand(X509_sign(raw, m_key.get(), EVP_sha256()) > 0, "a certificate cannot be signed");
    const Bio bio(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_X509(bio.get(), raw) == 1, "a certificate cannot be written");
    return written(bio.get());
}

} // namespace tongban::tests::platform::trust
