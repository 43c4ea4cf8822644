// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/error.h"
#include "offline/sync/sync_options.h"

#include <algorithm>
#include <chrono>

namespace tongban::offline::sync {

// Whether the city answers, and how long to leave it alone when it does not. While the line is down nothing of the
// outbox is tried (an outage costs an entry one attempt, not its whole back-off); one light question at a time finds
// out when it is back. Times: Clock::monotonic().
class LineState
{
public:
    LineState(outbox::BackoffPolicy policy, std::function<double()> random)
        : m_policy(policy), m_random(std::move(random))
    {}

    [[nodiscard]] bool reachable() const { return m_reachable; }
    [[nodiscard]] std::chrono::milliseconds quietUntil() const { return std::max(m_quietUntil, m_askedUntil); }

    // The platform said something, be it no.
    void answered()
    {
        m_reachable = true;
        m_failures = 0;
        m_quietUntil = std::chrono::milliseconds::zero();
    }

    // PlatformBusy asks for a pause, PlatformUnreachable (and Cancelled: nobody answered) closes the line, any other
    // kind is an answer.
    void failed(ErrorKind kind, std::chrono::milliseconds now)
    {
        if (remedyFor(kind) == Remedy::Refused || kind == ErrorKind::PlatformBadAnswer)
            return answered();
        m_reachable = kind == ErrorKind::PlatformBusy;
        m_quietUntil = now + outbox::retryDelay(++m_failures, kind, m_policy, m_random());
    }

    // The platform named a time itself (Retry-After). It holds for the whole line, and nobody hurries it.
    void asked(std::chrono::milliseconds until) { m_askedUntil = std::max(m_askedUntil, until); }

    // Somebody has just submitted: worth one question at once. A platform that is busy is left alone all the same.
    void hurry(std::chrono::milliseconds now)
    {
        if (!m_reachable)
            m_quietUntil = now;
    }

private:
    outbox::BackoffPolicy m_policy;
    std::function<double()> m_random;
    bool m_reachable = false;
    int m_failures = 0;
    std::chrono::milliseconds m_quietUntil{0};
    std::chrono::milliseconds m_askedUntil{0};
};

} // namespace tongban::offline::sync
