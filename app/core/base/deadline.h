// SPDX-License-Identifier: GPL-3.0-or-later
// The moment by which a port call must have ended. There is no "for ever": every call is bounded.
#pragma once

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace tongban {

class Deadline
{
public:
    // span: milliseconds from now, on the monotonic clock; negative counts as already over.
    [[nodiscard]] static Deadline in(std::chrono::milliseconds span)
    {
        return Deadline(QDeadlineTimer(std::max(span, std::chrono::milliseconds(0)), Qt::PreciseTimer));
    }

    [[nodiscard]] bool expired() const { return m_timer.hasExpired(); }

    [[nodiscard]] std::chrono::milliseconds remaining() const
    {
        return std::chrono::milliseconds(std::max<qint64>(m_timer.remainingTime(), 0));
    }

    // The sooner of this deadline and `span` from now: a step inside a longer operation.
    [[nodiscard]] Deadline capped(std::chrono::milliseconds span) const
    {
        return remaining() < span ? *this : in(span);
    }

private:
    explicit Deadline(QDeadlineTimer timer) : m_timer(timer) {}
    QDeadlineTimer m_timer;
};

} // namespace tongban
