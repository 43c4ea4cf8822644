// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that the city signs, as resources/api/platform.openapi.yaml gives them. Pure.
#pragma once

#include "tests/platform/base/json.h"

#include <string>

namespace tongban::tests::platform::trust {

[[nodiscard]] std::string timeText(const std::string &nonce, const std::string &now);
[[nodiscard]] std::string rosterText(const std::string &version, const std::string &asOf, const Json &keys);
[[nodiscard]] std::string manifestText(const std::string &version, const std::string &asOf, const Json &entries);
[[nodiscard]] std::string commandText(const std::string &deviceId, const Json &command);

} // namespace tongban::tests::platform::trust
