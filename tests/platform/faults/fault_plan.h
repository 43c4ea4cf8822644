// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortunes on demand, told through the control port. Any thread.
#pragma once

#include "tests/platform/base/json.h"

#include <tl/expected.hpp>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tongban::tests::platform::faults {

enum class FaultKind {
    Drop,       // the connection ends; nothing was handled (a PATCH keeps the first `afterBytes` of its body)
    Status,     // problem+json of `status`; nothing was handled
    LoseAnswer, // handled and committed, then the connection ends
    Garbage,    // handled and committed; the answer's body is not what it says it is
    Duplicate,  // handled twice, as when something on the way repeats it; the second answer is given
    Slow,       // handled; the answer dribbles for `ms`
    Replay,     // the whole request twice, as somebody who recorded it would; the second answer is given
    RetryAfter, // problem+json of `status` with Retry-After: `seconds`, or the date that is then; nothing was handled
    Silent,     // not handled, no answer; after `ms`, or when the plan is cleared, the connection ends
    ClockAhead, // the city's clock is `ms` ahead, for this request
    ClockBehind,
    SignatureWrong, // handled; what the city signs in this answer is wrongly signed
    ManifestWrong,  // handled; the items of this answer are not those of its manifest
};

struct Fault
{
    std::string match;     // "POST /v1/cases"; "*" stands for one segment, or alone for everything
    std::string announces; // a part of the request's Upload-Metadata, as it is on the wire; empty: any
    FaultKind kind = FaultKind::Drop;
    int count = 1;       // how many requests it meets
    int status = 503;    // Status
    std::string code;    // Status: the problem's code
    int ms = 2000;       // Slow, Silent, ClockAhead, ClockBehind
    int afterBytes = 0;  // Drop: of the request's body
    int seconds = 1;     // RetryAfter
    bool asDate = false; // RetryAfter: an HTTP date instead of seconds
};

[[nodiscard]] const char *nameOf(FaultKind kind);

class FaultPlan
{
public:
    // {"latencyMs":N,"dropEvery":BYTES,"next":[fault, …]}: added to what is planned; the error names what is not
    // understood.
    [[nodiscard]] tl::expected<void, std::string> add(const Json &request);
    void clear();
    [[nodiscard]] Json toJson() const;

    // The first planned fault that meets this request, counted down.
    [[nodiscard]] std::optional<Fault> take(const std::string &method, const std::string &path,
                                            const std::string &metadata);
    [[nodiscard]] std::chrono::milliseconds latency() const;
    // A line that breaks after every so many bytes of uploads, whichever connections carry them: how many of these
    // pass.
    [[nodiscard]] std::size_t passing(std::size_t arriving);

    // Waits, unless the process is about to end or the plan is cleared: then it returns at once.
    void wait(std::chrono::milliseconds span);
    void stopWaiting();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Fault> m_next;
    std::chrono::milliseconds m_latency{0};
    std::size_t m_dropEvery = 0; // bytes; 0: never
    std::size_t m_sinceDrop = 0;
    int m_epoch = 0; // counts clear()
    bool m_stopped = false;
};

} // namespace tongban::tests::platform::faults
