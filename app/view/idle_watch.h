// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody sees the last person: after a time without input the screen warns, then counts down (DOMAIN "Idle").
// Pauses while the terminal itself is at work, for then it is the person who waits.
#pragma once

#include "app/core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tongban::view {

class IdleWatch : public QObject
{
    Q_OBJECT
public:
    IdleWatch(const Clock &clock, std::chrono::milliseconds countdown, QObject *parent = nullptr);

    void setLimit(std::chrono::milliseconds limit) { m_limit = limit; }
    void setRunning(bool running); // there is a session that can be forgotten
    void setPaused(bool paused);
    void setWarning(bool warning); // the journey shows (or took back) the warning

    // Input happened: the span begins anew. Does nothing while the warning shows, that wants an answer of its own.
    void restart();
    // Looks at the clock; called by an own timer twice a second, by tests directly.
    void check();

    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] int countdownSeconds() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void warned();
    void expired();
    void ticked();

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_limit{60'000};
    std::chrono::milliseconds m_countdown;
    std::chrono::milliseconds m_since{0}; // monotonic: last input, or begin of the countdown
    QTimer m_timer;
    bool m_running = false;
    bool m_paused = false;
    bool m_warning = false;
    bool m_announced = false; // warned() or expired() went out and was not answered by a state yet
    int m_lastSeconds = -1;
};

} // namespace tongban::view
