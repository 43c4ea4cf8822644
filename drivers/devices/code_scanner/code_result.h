// SPDX-License-Identifier: GPL-3.0-or-later
// What the scanners of this folder say alike.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"
#include "app/core/domain/scanned_code.h"
#include "drivers/transport/transport.h"

#include <chrono>

namespace tongban::drivers::devices {

// Logs what the technician must know of; hands the result on.
[[nodiscard]] Result<domain::ScannedCode> reported(const char *device, Result<domain::ScannedCode> code);

// No character came until the deadline: CodeAbsent. A code had begun: CodeUnreadable.
[[nodiscard]] tl::unexpected<Error> nothingMore(const char *device, bool hasBegun);

// Whether an open line still stands. Scanners of this kind answer nothing and speak only when they see a code: all that
// a probe can find is that the node opens and has not hung up. What is waiting is thrown away.
Result<void> stillThere(transport::Transport &transport, qsizetype maxBytes, const std::stop_token &stop);

} // namespace tongban::drivers::devices
