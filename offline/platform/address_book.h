// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"

#include <optional>

namespace tongban::offline::platform {

// Which of the platform's two addresses is spoken to: the primary one, and the one for disasters while the primary is
// silent. No other address is ever spoken to: both stand in the configuration. Pure but for the clock; one thread.
class AddressBook
{
public:
    enum Which { Primary = 0, Standby = 1 };

    static constexpr int failuresToChange = 3; // in a row; one cut connection is no disaster
    static constexpr std::chrono::minutes askPrimaryEvery{5};

    // clock outlives the book.
    AddressBook(bool hasStandby, const Clock &clock) : m_hasStandby(hasStandby), m_clock(clock) {}

    [[nodiscard]] bool hasStandby() const { return m_hasStandby; }
    [[nodiscard]] Which current() const { return m_current; }

    // For a question that may go anywhere: while the standby is in use, now and then the primary is asked instead.
    [[nodiscard]] Which forQuestion()
    {
        const auto now = m_clock.monotonic();
        if (m_current == Primary || now < m_askPrimaryAt)
            return m_current;
        m_askPrimaryAt = now + askPrimaryEvery;
        return Primary;
    }

    // True: another address is in use from now on.
    bool answered(Which which)
    {
        if (which == m_current)
            m_failures = 0;
        return which == Primary && m_current == Standby && change(Primary);
    }
    bool silent(Which which)
    {
        if (!m_hasStandby || which != m_current || ++m_failures < failuresToChange)
            return false;
        return change(m_current == Primary ? Standby : Primary);
    }

private:
    bool change(Which to)
    {
        m_current = to;
        m_failures = 0;
        m_askPrimaryAt = m_clock.monotonic() + askPrimaryEvery;
        return true;
    }

    bool m_hasStandby;
    const Clock &m_clock;
    Which m_current = Primary;
    int m_failures = 0;
    std::chrono::milliseconds m_askPrimaryAt{0}; // monotonic
};

} // namespace tongban::offline::platform
