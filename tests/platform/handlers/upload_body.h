// SPDX-License-Identifier: GPL-3.0-or-later
// What the operations on uploads share. Inside the caller's transaction.
#pragma once

#include "tests/platform/handlers/call.h"
#include "tests/platform/handlers/city.h"

namespace tongban::tests::platform::handlers {

inline constexpr const char *tusVersion = "1.0.0";

[[nodiscard]] std::int64_t numberIn(const std::string &text); // decimal; -1: not a number
[[nodiscard]] std::string locationOf(const store::UploadRow &row);
[[nodiscard]] std::optional<store::UploadRow> ownUpload(City &city, const Call &call); // the calling device's
// All bytes are here: right, and the page is kept; or wrong, and the upload is dropped.
Outcome<void> settle(City &city, const store::UploadRow &row);

} // namespace tongban::tests::platform::handlers
