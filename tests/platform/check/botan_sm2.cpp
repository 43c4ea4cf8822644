// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/check/botan_sm2.h"

#include "tests/platform/base/digest.h"

#include <botan/auto_rng.h>
#include <botan/data_src.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>
#include <botan/x509_key.h>

#include <fstream>
#include <sstream>

namespace tongban::tests::platform {

namespace {

constexpr auto form = "1234567812345678,SM3";

const std::uint8_t *bytesOf(const std::string &text)
{
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

} // namespace

bool botanVerifies(const std::string &pem, const std::string &text, const std::string &signature)
{
    Botan::DataSource_Memory source(pem);
    const std::unique_ptr<Botan::Public_Key> plain(Botan::X509::load_key(source)); // a plain key of the curve
    const auto &point = dynamic_cast<const Botan::EC_PublicKey &>(*plain);
    const Botan::SM2_PublicKey key(point.domain(), point.public_point());
    const std::string raw = fromBase64(signature).value_or("");
    return Botan::PK_Verifier(key, form).verify_message(bytesOf(text), text.size(), bytesOf(raw), raw.size());
}

std::string botanSigns(const std::string &pem, const std::string &text)
{
    Botan::AutoSeeded_RNG rng;
    Botan::DataSource_Memory source(pem);
    const std::unique_ptr<Botan::Private_Key> plain = Botan::PKCS8::load_key(source);
    const auto &secret = dynamic_cast<const Botan::EC_PrivateKey &>(*plain);
    const Botan::SM2_PrivateKey key(rng, secret.domain(), secret.private_value());
    const auto raw = Botan::PK_Signer(key, rng, form).sign_message(bytesOf(text), text.size(), rng);
    return toBase64(std::string(raw.begin(), raw.end()));
}

std::string readAll(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace tongban::tests::platform
