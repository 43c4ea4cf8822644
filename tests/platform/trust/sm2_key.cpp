// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/trust/sm2_key.h"

#include "tests/platform/base/digest.h"
#include "tests/platform/base/log.h"
#include "tests/platform/trust/openssl_handles.h"

#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <vector>

namespace tongban::tests::platform::trust {

namespace {

constexpr int halfBytes = 32; // of r, of s

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::optional<Sm2Key> onTheCurve(EVP_PKEY *found)
{
    std::shared_ptr<EVP_PKEY> key(found, EVP_PKEY_free);
    if (!key || EVP_PKEY_is_a(key.get(), "SM2") != 1)
        return std::nullopt;
    return Sm2Key(std::move(key));
}

// A digest context whose key context knows the signer's ID, which SM2 digests before the text.
struct Signing
{
    explicit Signing(EVP_PKEY *key) : digest(EVP_MD_CTX_new()), context(EVP_PKEY_CTX_new(key, nullptr))
    {
        if (!digest || !context || EVP_PKEY_CTX_set1_id(context.get(), signerId, signerIdBytes) != 1)
            stopBroken("libcrypto has no SM2");
        EVP_MD_CTX_set_pkey_ctx(digest.get(), context.get());
    }
    DigestContext digest;
    KeyContext context;
};

std::string rawFromDer(const std::vector<unsigned char> &der)
{
    const unsigned char *at = der.data();
    const SignaturePair pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    std::string raw(2 * halfBytes, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, halfBytes) != halfBytes ||
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + halfBytes, halfBytes) != halfBytes)
        stopBroken("an SM2 signature of ours is none");
    return raw;
}

std::vector<unsigned char> derFromRaw(const std::string &raw)
{
    const SignaturePair pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(raw), halfBytes, nullptr),
                   BN_bin2bn(bytesOf(raw) + halfBytes, halfBytes, nullptr));
    unsigned char *der = nullptr;
    const int count = i2d_ECDSA_SIG(pair.get(), &der);
    std::vector<unsigned char> bytes(der, der + std::max(count, 0));
    OPENSSL_free(der);
    return bytes;
}

} // namespace

std::optional<Sm2Key> Sm2Key::fromPublicPem(const std::string &pem)
{
    return onTheCurve(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, nullptr, nullptr));
}

std::optional<Sm2Key> Sm2Key::fromPrivatePem(const std::string &pem)
{
    return onTheCurve(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr));
}

std::string Sm2Key::sign(std::string_view text) const
{
    const Signing signing(m_key.get());
    std::size_t count = 0;
    if (EVP_DigestSignInit(signing.digest.get(), nullptr, EVP_sm3(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(signing.digest.get(), nullptr, &count, bytesOf(text), text.size()) != 1)
        stopBroken("SM2 cannot sign");
    std::vector<unsigned char> der(count);
    if (EVP_DigestSign(signing.digest.get(), der.data(), &count, bytesOf(text), text.size()) != 1)
        stopBroken("SM2 cannot sign");
    der.resize(count);
    return toBase64(rawFromDer(der));
}

bool Sm2Key::verifies(std::string_view text, const std::string &signature) const
{
    const auto raw = fromBase64(signature);
    if (!raw || raw->size() != 2 * halfBytes)
        return false;
    const std::vector<unsigned char> der = derFromRaw(*raw);
    const Signing signing(m_key.get());
    return EVP_DigestVerifyInit(signing.digest.get(), nullptr, EVP_sm3(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(signing.digest.get(), der.data(), der.size(), bytesOf(text), text.size()) == 1;
}

std::optional<std::string> Sm2Key::open(std::string_view sealed) const
{
    const KeyContext context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    std::size_t count = 0;
    if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 ||
        EVP_PKEY_decrypt(context.get(), nullptr, &count, bytesOf(sealed), sealed.size()) != 1)
        return std::nullopt;
    std::string plain(count, '\0');
    if (EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char *>(plain.data()), &count, bytesOf(sealed),
                         sealed.size()) != 1)
        return std::nullopt;
    plain.resize(count);
    return plain;
}

std::string Sm2Key::publicPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PUBKEY(bio.get(), m_key.get()) != 1)
        stopBroken("an SM2 key cannot be written");
    return written(bio.get());
}

std::string Sm2Key::id() const
{
    unsigned char *der = nullptr;
    const int count = i2d_PUBKEY(m_key.get(), &der);
    const std::string info(reinterpret_cast<const char *>(der), static_cast<std::size_t>(std::max(count, 0)));
    OPENSSL_free(der);
    return sm3Hex(info).substr(0, 16);
}

std::string hmacSm3(const std::string &secret, std::string_view text)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int count = 0;
    if (!HMAC(EVP_sm3(), secret.data(), static_cast<int>(secret.size()), bytesOf(text), text.size(), digest, &count))
        stopBroken("libcrypto has no HMAC-SM3");
    return toBase64(std::string(reinterpret_cast<const char *>(digest), count));
}

} // namespace tongban::tests::platform::trust
