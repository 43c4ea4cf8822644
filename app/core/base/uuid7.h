// SPDX-License-Identifier: GPL-3.0-or-later
// UUID version 7 (RFC 9562 section 5.7): time-ordered identifiers, unique across terminals without asking anybody.
#pragma once

#include "app/core/base/clock.h"

#include <QMutex>
#include <QUuid>

namespace tongban {

// Strictly increasing for one generator even when the wall clock steps back (a dead battery is normal): the 48-bit
// millisecond field never decreases, the 12-bit counter orders within a millisecond. Any thread.
class Uuid7Generator
{
public:
    explicit Uuid7Generator(const Clock &clock) : m_clock(clock) {}
    [[nodiscard]] QUuid next();

private:
    const Clock &m_clock;
    QMutex m_mutex;
    quint64 m_lastMs = 0;
    quint16 m_counter = 0; // 12 bits used
};

} // namespace tongban
