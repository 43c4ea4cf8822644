// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/pace.h"

#include <algorithm>

namespace tongban::offline::outbox {

using std::chrono::milliseconds;

namespace {

constexpr int busyFactor = 4;       // as backoff: a busy platform is left alone for longer than one that is not there
constexpr double opening = 4;       // by each refusal
constexpr double closing = 7.0 / 8; // by each request that is served
// After an outage the window is a part of it. Everybody is there again within the back-off of one question, some
// seconds after a minute: in a narrower window they would all ask a second time together. A line that was away for
// moments was cut for one terminal, which is not to crawl from cut to cut.
constexpr double partOfOutage = 1.0 / 2;
constexpr double partOfCut = 1.0 / 8;
constexpr std::chrono::seconds longestCut{15};
constexpr milliseconds nothing{250}; // a window so narrow is none

} // namespace

milliseconds Pace::widest() const
{
    return m_policy.cap * busyFactor;
}

void Pace::refused()
{
    m_asked = true;
    m_window = std::clamp<Window>(m_window * opening, m_policy.first * busyFactor, widest());
}

void Pace::served()
{
    m_window *= closing;
    if (m_window >= nothing)
        return;
    m_window = Window::zero();
    m_asked = false;
}

void Pace::backAfter(milliseconds outage)
{
    const double part = outage < longestCut ? partOfCut : partOfOutage;
    m_window = std::clamp<Window>(Window(outage) * part, m_window, widest());
}

void Pace::hurry()
{
    if (!m_asked)
        m_window = Window::zero();
}

milliseconds Pace::pause(double random) const
{
    return std::chrono::duration_cast<milliseconds>(m_window * random);
}

} // namespace tongban::offline::outbox
