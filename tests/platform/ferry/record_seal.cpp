// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/ferry/record_seal.h"

#include <botan/aead.h>
#include <botan/kdf.h>

namespace tongban::tests::platform::ferry {

namespace {

constexpr char suite = 0x02;
constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;
constexpr std::size_t keyBytes = 16;

const std::uint8_t *bytesOf(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

} // namespace

std::optional<std::string> openRecord(const std::string &bundleKey, std::string_view sealed, const std::string &place)
{
    if (sealed.size() < 1 + nonceBytes + tagBytes || sealed.front() != suite)
        return std::nullopt;
    const std::string info = "tongban seal: SM4";
    const auto key =
        Botan::KDF::create_or_throw("HKDF(SHA-256)")
            ->derive_key(keyBytes, bytesOf(bundleKey), bundleKey.size(), nullptr, 0, bytesOf(info), info.size());
    const auto cipher = Botan::AEAD_Mode::create_or_throw("SM4/GCM", Botan::DECRYPTION);
    cipher->set_key(key);
    const std::string bound = suite + place;
    cipher->set_associated_data(bytesOf(bound), bound.size());
    cipher->start(bytesOf(sealed.substr(1)), nonceBytes);
    const std::string_view body = sealed.substr(1 + nonceBytes);
    Botan::secure_vector<std::uint8_t> buffer(bytesOf(body), bytesOf(body) + body.size());
    try {
        cipher->finish(buffer);
    } catch (const Botan::Exception &) { // the tag
        return std::nullopt;
    }
    return std::string(buffer.begin(), buffer.end());
}

} // namespace tongban::tests::platform::ferry
