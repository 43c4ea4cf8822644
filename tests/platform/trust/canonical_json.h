// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/base/json.h"

#include <string>

namespace tongban::tests::platform::trust {

// The one spelling of a value that is digested (ManifestEntry.sm3 of the contract says how): members sorted bytewise,
// no white space, minimal escapes, whole numbers below 2^53 as integers, others in their shortest form as ECMAScript
// has it.
[[nodiscard]] std::string canonicalJson(const Json &value);

} // namespace tongban::tests::platform::trust
