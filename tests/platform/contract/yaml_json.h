// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/base/json.h"

#include <tl/expected.hpp>

#include <string>

namespace tongban::tests::platform::contract {

// A YAML 1.2 document (core schema: null, true/false, integers, floats; quoted is text) as JSON. The error names file,
// line and column.
[[nodiscard]] tl::expected<Json, std::string> readYaml(const std::string &path);

} // namespace tongban::tests::platform::contract
