// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/pace.h"

#include <algorithm>

namespace tongban::offline::outbox {

using std::chrono::milliseconds;

namespace {

constexpr int busyFactor = 4;        // as backoff: a busy platform is left alone for longer than one that is not there
constexpr double opening = 4;        // by each refusal
constexpr double closing = 7.0 / 8;  // by each request that is served
constexpr double outageToWindow = 8; // an outage of so many times the window: what piled up meanwhile is spread over it
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
    m_window = std::clamp<Window>(Window(outage) / outageToWindow, m_window, widest());
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
