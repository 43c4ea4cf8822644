// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue: every *.json of a directory is one service item. Its version is the digest of the items, so that the
// same items are the same version wherever and whenever they are copied; asOf is when this platform first held that
// version.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"

#include <tl/expected.hpp>

namespace tongban::tests::platform::store {

// How many versions back a terminal may have slept and still gets the difference.
inline constexpr int versionsKept = 20;

// {version, asOf, items, entries} inside the caller's Transaction; entries are the manifest's, sorted by code. The
// error names the file and place that is not JSON.
[[nodiscard]] tl::expected<Json, std::string> readCatalogue(Database &database, const std::string &directory,
                                                            std::int64_t nowMs);

// {upserts, tombstones} from an earlier version to `catalogue`, as readCatalogue gave it; none: that version is not
// known any more.
[[nodiscard]] std::optional<Json> catalogueDifference(Database &database, const std::string &earlier,
                                                      const Json &catalogue);

} // namespace tongban::tests::platform::store
