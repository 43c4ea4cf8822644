// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/base/digest.h"

#include "tests/platform/base/log.h"

#include <botan/auto_rng.h>
#include <botan/base64.h>
#include <botan/hash.h>
#include <botan/hex.h>

#include <array>
#include <fstream>

namespace tongban::tests::platform {

namespace {

const std::uint8_t *asBytes(const char *text)
{
    return reinterpret_cast<const std::uint8_t *>(text);
}

std::unique_ptr<Botan::HashFunction> newHash(const std::string &name)
{
    auto hash = Botan::HashFunction::create(name);
    if (!hash)
        stopBroken("this Botan has no " + name);
    return hash;
}

std::string hex(const Botan::secure_vector<std::uint8_t> &bytes)
{
    return Botan::hex_encode(bytes, false);
}

Botan::secure_vector<std::uint8_t> randomBytes(std::size_t count)
{
    Botan::AutoSeeded_RNG rng;
    return rng.random_vec(count);
}

} // namespace

std::string sm3Hex(std::string_view bytes)
{
    const auto hash = newHash("SM3");
    hash->update(asBytes(bytes.data()), bytes.size());
    return hex(hash->final());
}

std::string sm3HexOfFile(const std::string &path)
{
    const auto hash = newHash("SM3");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        stopBroken("cannot read " + path);
    std::array<char, 65536> buffer;
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        hash->update(asBytes(buffer.data()), static_cast<std::size_t>(file.gcount()));
    return hex(hash->final());
}

RunningDigest::RunningDigest(const std::string &name) : m_hash(newHash(name)) {}

RunningDigest::~RunningDigest() = default;

RunningDigest::RunningDigest(RunningDigest &&) noexcept = default;

RunningDigest &RunningDigest::operator=(RunningDigest &&) noexcept = default;

void RunningDigest::update(const char *bytes, std::size_t count)
{
    m_hash->update(asBytes(bytes), count);
}

std::string RunningDigest::finish()
{
    const auto digest = m_hash->final();
    return std::string(digest.begin(), digest.end());
}

std::string randomUuid()
{
    auto bytes = randomBytes(16);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    std::string text = hex(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        text.insert(at, "-");
    return text;
}

std::string randomToken()
{
    std::string text = Botan::base64_encode(randomBytes(32));
    text.erase(text.find_last_not_of('=') + 1);
    for (char &c : text)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

std::optional<std::string> fromHex(std::string_view text)
{
    try {
        const auto bytes = Botan::hex_decode(text.data(), text.size(), false);
        return std::string(bytes.begin(), bytes.end());
    } catch (const std::exception &) { // not hexadecimal
        return std::nullopt;
    }
}

std::string toBase64(std::string_view bytes)
{
    return Botan::base64_encode(asBytes(bytes.data()), bytes.size());
}

std::optional<std::string> fromBase64(std::string_view text)
{
    try {
        const auto bytes = Botan::base64_decode(text.data(), text.size(), false);
        return std::string(bytes.begin(), bytes.end());
    } catch (const std::exception &) { // Botan's way to say that it is not base64
        return std::nullopt;
    }
}

} // namespace tongban::tests::platform
