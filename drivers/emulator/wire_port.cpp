// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/wire_port.h"

#include <algorithm>

namespace tongban::drivers::emulator {

WirePort::WirePort(WireDevice &device, int bitsPerSecond) : m_device(device), m_pacer(bitsPerSecond)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WirePort::pump);
}

Micros WirePort::now()
{
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch());
}

void WirePort::take(const QByteArray &bytes)
{
    say(m_device.receive(bytes, now()));
    pump();
    Q_EMIT acted();
}

void WirePort::pump()
{
    if (!isPlugged())
        return;
    const bool didWork = m_device.nextAt().has_value();
    say(m_device.advance(now()));
    if (const QByteArray due = m_pacer.takeDue(now()); !due.isEmpty())
        send(due);
    arm();
    if (didWork)
        Q_EMIT acted();
}

void WirePort::say(const QByteArray &answers)
{
    if (answers.isEmpty())
        return;
    begin(answers);
    m_pacer.enqueue(answers, m_device.isDribbling(), now());
}

void WirePort::hush()
{
    m_timer.stop();
    m_pacer.clear();
}

void WirePort::arm()
{
    std::optional<Micros> next = m_device.nextAt();
    if (const auto byte = m_pacer.nextAt())
        next = next ? std::min(*next, *byte) : *byte;
    if (!next)
        return m_timer.stop();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

} // namespace tongban::drivers::emulator
