// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/wire_pacer.h"

#include <algorithm>

namespace tongban::drivers::emulator {

void WirePacer::enqueue(const QByteArray &bytes, bool dribble, Micros now)
{
    if (m_waiting.isEmpty()) {
        m_start = now;
        m_dribble = dribble;
        m_period = dribble ? std::chrono::milliseconds(1) : m_bytePeriod;
    }
    m_waiting += bytes;
}

QByteArray WirePacer::takeDue(Micros now)
{
    if (m_waiting.isEmpty() || deadlineOf(0) > now)
        return {};
    const auto elapsed = static_cast<qsizetype>((std::chrono::nanoseconds(now) - m_start) / m_period);
    const qsizetype count = m_dribble ? 1 : std::min(elapsed, m_waiting.size());
    const QByteArray due = m_waiting.left(count);
    m_waiting.remove(0, count);
    m_start += count * m_period;
    return due;
}

std::optional<Micros> WirePacer::nextAt() const
{
    if (m_waiting.isEmpty())
        return std::nullopt;
    return std::chrono::ceil<Micros>(deadlineOf(0));
}

} // namespace tongban::drivers::emulator
