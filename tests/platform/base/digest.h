// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace Botan {
class HashFunction;
}

namespace tongban::tests::platform {

[[nodiscard]] std::string sm3Hex(std::string_view bytes); // GB/T 32905, 64 lower-case hexadecimal digits
[[nodiscard]] std::string sm3HexOfFile(const std::string &path);

// A digest of bytes as they arrive. One thread.
class RunningDigest
{
public:
    // name: SM3, SHA-1, SHA-256 (Botan's). Stops the process when there is no such digest.
    explicit RunningDigest(const std::string &name);
    ~RunningDigest();
    RunningDigest(RunningDigest &&) noexcept;
    RunningDigest &operator=(RunningDigest &&) noexcept;
    void update(const char *bytes, std::size_t count);
    [[nodiscard]] std::string finish(); // raw bytes; once

private:
    std::unique_ptr<Botan::HashFunction> m_hash;
};

[[nodiscard]] std::string randomUuid();  // version 4
[[nodiscard]] std::string randomToken(); // 256 bits, base64url
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text);
[[nodiscard]] std::string toBase64(std::string_view bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace tongban::tests::platform
