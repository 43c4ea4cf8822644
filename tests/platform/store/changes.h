// SPDX-License-Identifier: GPL-3.0-or-later
// Two ways to look at cases: the device's feed of changes, and the complete dump of the control port.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/store/database.h"
#include "tests/platform/store/view.h"

namespace tongban::tests::platform::store {

inline constexpr int changesAPage = 100;

// {cursor, changes} of the contract; `after`: sequence number of the last change that the device knows.
// The feed stops before the first change that this address does not see yet: a cursor never leaps over one.
[[nodiscard]] Json changesSince(Database &database, const View &view, const std::string &device, std::int64_t after);

// Everything the city holds: [{caseId, deviceId, …, applicant, answers, materials with files, status, projectNumber}].
[[nodiscard]] Json dumpCases(Database &database);

} // namespace tongban::tests::platform::store
