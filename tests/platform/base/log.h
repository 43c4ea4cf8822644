// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object a line on stderr. Never a body, a name or a number of a person. Any thread.
#pragma once

#include "tests/platform/base/json.h"

namespace tongban::tests::platform {

void logLine(const char *event, Json facts = Json::object());
// A broken invariant (the disk refuses, the database is not ours): says so and stops the process. A platform that cannot
// keep what it promised must not go on answering.
[[noreturn]] void stopBroken(const std::string &what);

} // namespace tongban::tests::platform
