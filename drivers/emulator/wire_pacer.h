// SPDX-License-Identifier: GPL-3.0-or-later
// A serial line's speed: bytes leave on absolute deadlines, so that late timers never slow the line down. Pure.
#pragma once

#include "drivers/emulator/wire_device.h"

namespace tongban::drivers::emulator {

class WirePacer
{
public:
    // 8N1: ten bits a byte.
    explicit WirePacer(int baudRate) : m_bytePeriod(std::chrono::nanoseconds(10'000'000'000LL / baudRate)) {}

    void enqueue(const QByteArray &bytes, bool dribble, Micros now);

    // What has left the wire by `now`; when dribbling at most one byte a call.
    [[nodiscard]] QByteArray takeDue(Micros now);

    [[nodiscard]] std::optional<Micros> nextAt() const; // the first waiting byte
    void clear() { m_waiting.clear(); }

private:
    [[nodiscard]] std::chrono::nanoseconds deadlineOf(qsizetype index) const
    {
        return m_start + (index + 1) * m_period;
    }

    std::chrono::nanoseconds m_bytePeriod;
    std::chrono::nanoseconds m_period{0};
    std::chrono::nanoseconds m_start{0}; // when the first waiting byte began to leave
    QByteArray m_waiting;
    bool m_dribble = false;
};

} // namespace tongban::drivers::emulator
