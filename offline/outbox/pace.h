// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/outbox/backoff.h"

#include <chrono>

namespace tongban::offline::outbox {

// How fast a terminal may ask when the city has more of them than it can serve: the pause before the next request is
// uniform in [0, window). The window is nothing on a good day. An outage opens it, because everybody else comes back in
// the same moment; a refusal (429, 5xx) opens it four times as wide; every request that is served closes it by an
// eighth. So thousands of terminals settle just above what the platform serves: one request in 11 is refused when all
// have much to say, fewer otherwise. Derivation: the README, "Storm". Pure; no clock.
class Pace
{
public:
    explicit Pace(const BackoffPolicy &policy) : m_policy(policy) {}

    void refused();
    void served();
    void backAfter(std::chrono::milliseconds outage); // the line is there again
    // A person waits for the next message: nobody is made to wait for others' sake unless the city has asked for it.
    void hurry();

    // Before the next request. random: uniform in [0, 1).
    [[nodiscard]] std::chrono::milliseconds pause(double random) const;

    [[nodiscard]] std::chrono::milliseconds widest() const; // no window is wider

private:
    using Window = std::chrono::duration<double, std::milli>;

    BackoffPolicy m_policy;
    Window m_window{0};
    bool m_asked = false; // the city refused since the window was last nothing
};

} // namespace tongban::offline::outbox
