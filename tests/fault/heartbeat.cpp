// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/heartbeat.h"

#include <algorithm>

namespace tongban::tests {

// Opened on the thread that is measured: the link is followed once, for that thread.
Heartbeat::Heartbeat(std::chrono::milliseconds interval) : m_schedule(QStringLiteral("/proc/thread-self/schedstat"))
{
    if (!m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("the kernel keeps no schedstat");
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_waitBefore = runQueueWaitNs();
    m_since.start();
    m_timer.start(interval);
}

void Heartbeat::beat()
{
    const qint64 silence = m_since.nsecsElapsed();
    const qint64 wait = runQueueWaitNs();
    const qint64 waited = std::clamp<qint64>(wait - m_waitBefore, 0, silence);
    if (silence - waited > m_longestNs) {
        m_longestNs = silence - waited;
        m_waitedNs = waited;
    }
    m_waitBefore = wait;
    m_since.restart();
    ++m_beats;
}

// proc(5): time on the processor, time waiting on a run queue, time slices; nanoseconds.
qint64 Heartbeat::runQueueWaitNs()
{
    m_schedule.seek(0);
    return m_schedule.readLine(256).split(' ').value(1).toLongLong();
}

} // namespace tongban::tests
