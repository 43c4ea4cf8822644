// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tongban::tests::platform {

[[nodiscard]] std::string sm3Hex(std::string_view bytes); // GB/T 32905, 64 lower-case hexadecimal digits
[[nodiscard]] std::string sm3HexOfFile(const std::string &path);
[[nodiscard]] std::string randomUuid();  // version 4
[[nodiscard]] std::string randomToken(); // 256 bits, base64url
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace tongban::tests::platform
