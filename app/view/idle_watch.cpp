// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/idle_watch.h"

#include <QEvent>

#include <algorithm>

namespace tongban::view {

using namespace std::chrono_literals;

namespace {

bool isInput(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease || type == QEvent::TouchBegin ||
           type == QEvent::TouchUpdate || type == QEvent::KeyPress || type == QEvent::Wheel;
}

} // namespace

IdleWatch::IdleWatch(const Clock &clock, std::chrono::milliseconds countdown, QObject *parent)
    : QObject(parent), m_clock(clock), m_countdown(countdown), m_since(clock.monotonic())
{
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
}

void IdleWatch::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_running = running;
    m_warning = false;
    m_announced = false;
    restart();
    if (running)
        m_timer.start();
    else
        m_timer.stop();
}

void IdleWatch::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    // The span begins anew when the terminal has done its part: now the person has something to look at.
    m_since = m_clock.monotonic();
}

void IdleWatch::setWarning(bool warning)
{
    m_announced = false;
    if (warning == m_warning)
        return;
    m_warning = warning;
    m_since = m_clock.monotonic();
    m_lastSeconds = -1;
    Q_EMIT ticked();
}

void IdleWatch::restart()
{
    if (!m_warning)
        m_since = m_clock.monotonic();
}

void IdleWatch::check()
{
    if (!m_running || m_paused)
        return;
    const auto span = m_clock.monotonic() - m_since;
    if (m_warning && m_lastSeconds != secondsLeft()) {
        m_lastSeconds = secondsLeft();
        Q_EMIT ticked();
    }
    if (m_announced || span < (m_warning ? m_countdown : m_limit))
        return;
    m_announced = true;
    if (m_warning)
        Q_EMIT expired();
    else
        Q_EMIT warned();
}

int IdleWatch::secondsLeft() const
{
    if (!m_warning)
        return countdownSeconds();
    const auto left = m_countdown - (m_clock.monotonic() - m_since);
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(std::max(left, 0ms)).count());
}

int IdleWatch::countdownSeconds() const
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_countdown).count());
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()))
        restart();
    return QObject::eventFilter(watched, event);
}

} // namespace tongban::view
