// SPDX-License-Identifier: GPL-3.0-or-later
// When a message that did not get through is tried again, and when no repeating can help. Pure: no clock, no random of
// its own.
#pragma once

#include "app/core/base/error.h"
#include "app/core/ports/outbox.h"

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

// Where an attempt that failed leaves its entry. Pending: time cures it. Parked: a person must look before it is sent
// again, because the platform said no or what was to be sent is damaged. Conflict: the platform holds something else.
[[nodiscard]] ports::OutboxState stateAfter(ErrorKind kind);

// An answer outside the contract that comes again and again is no passing trouble, and its case must not wait unseen.
inline constexpr int mostEqualBadAnswers = 5;
inline constexpr std::chrono::hours longestBadAnswers{24};

// Whether a person must look after all: the same bad answer so many times in a row (this one counted), and the first of
// them so long ago. Both, so that neither a bad hour of the platform nor two far days park anything. A time that is
// negative (a clock was set back) is no time.
[[nodiscard]] bool givesUp(ErrorKind kind, int equalInARow, std::chrono::milliseconds sinceTheFirst);

} // namespace tongban::offline::outbox
