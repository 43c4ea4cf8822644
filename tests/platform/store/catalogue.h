// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue: every *.json of a directory is one service item. Its version is the digest of the items, so that the same
// items are the same version wherever and whenever they are copied; asOf is when this platform first held that version.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

#include <tl/expected.hpp>

namespace tongban::tests::platform::store {

// {version, asOf, items} inside the caller's Transaction. The error names the file and place that is not JSON.
[[nodiscard]] tl::expected<Json, std::string> readCatalogue(Database &database, const std::string &directory,
                                                            std::int64_t nowMs);

} // namespace tongban::tests::platform::store
