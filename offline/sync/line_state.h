// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/error.h"
#include "offline/outbox/pace.h"
#include "offline/sync/sync_options.h"

#include <algorithm>
#include <chrono>

namespace tongban::offline::sync {

// Whether the city answers, and how long to leave it alone. While the line is down nothing of the outbox is tried (an
// outage costs an entry one attempt, not its whole back-off); one light question at a time finds out when it is back.
// When it is, and when the city is busy, requests are spread (outbox::Pace): everybody else is there, too.
// Times: Clock::monotonic().
class LineState
{
public:
    LineState(outbox::BackoffPolicy policy, std::function<double()> random)
        : m_policy(policy), m_random(std::move(random)), m_pace(policy)
    {}

    [[nodiscard]] bool reachable() const { return m_reachable; }
    [[nodiscard]] std::chrono::milliseconds quietUntil() const { return std::max(m_quietUntil, m_askedUntil); }

    // The platform said something, be it no.
    void answered(std::chrono::milliseconds now)
    {
        if (m_reachable)
            m_pace.served();
        else if (m_downSince && !m_hurried)
            m_pace.backAfter(now - *m_downSince);
        m_reachable = true;
        m_hurried = false;
        m_downSince.reset();
        m_failures = 0;
        m_quietUntil = now + m_pace.pause(m_random());
    }

    // PlatformBusy asks for a pause, PlatformUnreachable (and Cancelled: nobody answered) closes the line, any other
    // kind is an answer.
    void failed(ErrorKind kind, std::chrono::milliseconds now)
    {
        if (remedyFor(kind) == Remedy::Refused || kind == ErrorKind::PlatformBadAnswer)
            return answered(now);
        m_reachable = kind == ErrorKind::PlatformBusy;
        if (m_reachable) {
            m_downSince.reset();
            m_pace.refused();
            m_quietUntil = now + m_pace.pause(m_random());
            return;
        }
        m_downSince = m_downSince.value_or(now);
        m_hurried = false;
        m_quietUntil = now + outbox::retryDelay(++m_failures, kind, m_policy, m_random());
    }

    // The platform named a time itself (Retry-After). It holds for the whole line, and nobody hurries it; what it told
    // all the others as well is spread, or they would all be back in the same instant.
    void asked(std::chrono::milliseconds until)
    {
        m_askedUntil = std::max(m_askedUntil, until + m_pace.pause(m_random()));
    }

    // Somebody has just submitted: worth one question at once. A platform that is busy is left alone all the same.
    void hurry(std::chrono::milliseconds now)
    {
        m_pace.hurry();
        m_hurried = !m_reachable;
        if (!m_reachable || m_pace.pause(1) == std::chrono::milliseconds::zero())
            m_quietUntil = now;
    }

private:
    outbox::BackoffPolicy m_policy;
    std::function<double()> m_random;
    outbox::Pace m_pace;
    bool m_reachable = false;
    std::optional<std::chrono::milliseconds> m_downSince; // nobody has answered since; none: unknown, or reachable
    bool m_hurried = false;                               // somebody waits for the answer to the question under way
    int m_failures = 0;
    std::chrono::milliseconds m_quietUntil{0};
    std::chrono::milliseconds m_askedUntil{0};
};

} // namespace tongban::offline::sync
