// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/contract/contract.h"

namespace tongban::tests::platform::contract {

// All operations of the OpenAPI 3.0 document at `path`, schemas compiled. The error names the file and the place.
[[nodiscard]] tl::expected<std::vector<Operation>, std::string> readOperations(const std::string &path);

} // namespace tongban::tests::platform::contract
