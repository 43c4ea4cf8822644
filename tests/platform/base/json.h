// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

namespace tongban::tests::platform {

using Json = nlohmann::json;

} // namespace tongban::tests::platform
