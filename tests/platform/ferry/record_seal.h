// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tongban::tests::platform::ferry {

// 02 | nonce 12 | SM4-GCM ciphertext | tag 16; the key is HKDF-SHA-256 of the bundle's (info "tongban seal: SM4"), the
// first 16 bytes; 02 and the place are authenticated too. None: it does not open.
[[nodiscard]] std::optional<std::string> openRecord(const std::string &bundleKey, std::string_view sealed,
                                                    const std::string &place);

} // namespace tongban::tests::platform::ferry
