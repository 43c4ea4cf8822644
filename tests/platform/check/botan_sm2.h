// SPDX-License-Identifier: GPL-3.0-or-later
// SM2 by another library than the platform's: what the city signs must verify for somebody who shares no code with it.
#pragma once

#include <string>

namespace tongban::tests::platform {

// pem: SubjectPublicKeyInfo; signature: base64 of r | s.
[[nodiscard]] bool botanVerifies(const std::string &pem, const std::string &text, const std::string &signature);
// pem: PKCS #8, not encrypted.
[[nodiscard]] std::string botanSigns(const std::string &pem, const std::string &text);
[[nodiscard]] std::string readAll(const std::string &path); // empty: not there

} // namespace tongban::tests::platform
