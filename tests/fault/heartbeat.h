// SPDX-License-Identifier: GPL-3.0-or-later
// How long the thread that paints the screen was not there for it. Beats on the thread that made it and keeps the
// longest silence between two beats. What the kernel let the thread wait for a processor is subtracted: on a machine
// that others use as well, that is not the program's doing.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tongban::tests {

class Heartbeat : public QObject
{
public:
    explicit Heartbeat(std::chrono::milliseconds interval = std::chrono::milliseconds(5));

    [[nodiscard]] int beats() const { return m_beats; }
    [[nodiscard]] double longestMs() const { return double(m_longestNs) / 1e6; }
    // Of the longest silence: what was subtracted.
    [[nodiscard]] double waitedMs() const { return double(m_waitedNs) / 1e6; }

private:
    void beat();
    [[nodiscard]] qint64 runQueueWaitNs(); // of this thread since it began

    QTimer m_timer;
    QElapsedTimer m_since;
    QFile m_schedule;
    qint64 m_waitBefore = 0;
    qint64 m_longestNs = 0;
    qint64 m_waitedNs = 0;
    int m_beats = 0;
};

} // namespace tongban::tests
