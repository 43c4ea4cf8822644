// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a dependency: everything that waits, ages or stamps gets a Clock, so that tests own it and nothing sleeps.
#pragma once

#include <QDateTime>

#include <chrono>

namespace tongban {

class Clock
{
public:
    virtual ~Clock() = default;
    // Wall clock, UTC, millisecond resolution. May jump; never used to measure a span.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    // Monotonic, arbitrary origin. Any thread.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

// A clock that moves only when it is told to.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime startUtc) : m_nowUtc(std::move(startUtc)) {}
    [[nodiscard]] QDateTime nowUtc() const override { return m_nowUtc; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::milliseconds span)
    {
        m_nowUtc = m_nowUtc.addMSecs(span.count());
        m_monotonic += span;
    }

private:
    QDateTime m_nowUtc;
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace tongban
