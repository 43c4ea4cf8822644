// SPDX-License-Identifier: GPL-3.0-or-later
// When a message that did not get through is tried again, and when no repeating can help. Pure: no clock, no random of
// its own.
#pragma once

#include "app/core/base/error.h"

#include <chrono>

namespace tongban::offline::outbox {

struct BackoffPolicy
{
    std::chrono::milliseconds first{1'000}; // upper bound of the first wait
    std::chrono::milliseconds cap{30'000};  // upper bound of any wait while the line is down: it is noticed within this
};

// Exponential with full jitter (AWS architecture blog, "Exponential Backoff and Jitter"): thousands of terminals lose
// the line in the same second and must not all come back in the same second. By class of error: an unreachable platform
// is asked soonest; a busy one is left alone for 4 times as long; one that answers outside the contract needs a person
// there and is asked 16 times as rarely.
// attempts: made so far, at least 1. random: uniform in [0, 1). Never longer than outbox's longestWait.
[[nodiscard]] std::chrono::milliseconds retryDelay(int attempts, ErrorKind kind, const BackoffPolicy &policy,
                                                   double random);

// Whether a person must look at it before it is sent again: the platform said no, or what was to be sent is damaged.
[[nodiscard]] bool parks(ErrorKind kind);

} // namespace tongban::offline::outbox
