// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/leave_controller.h"

#include "app/core/domain/assisted_case.h"

#include <algorithm>

namespace tongban::view {

using namespace std::chrono_literals;

LeaveController::LeaveController(const Clock &clock, std::chrono::milliseconds away, QObject *parent)
    : QObject(parent), m_clock(clock), m_away(away)
{
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &LeaveController::check);
}

void LeaveController::show(const flow::ServiceState &state)
{
    const bool isAway = state.step == flow::Step::Away;
    if (isAway && !m_isAway) {
        m_since = m_clock.monotonic();
        m_lastSeconds = -1;
        m_timer.start();
        Q_EMIT ticked();
    } else if (!isAway) {
        m_timer.stop();
    }
    m_isAway = isAway;
    const QDate until = flow::promiseUntil(state);
    m_isPerson = state.step == flow::Step::Missing && !state.party.isEmpty();
    m_mayFetch = state.draft && domain::isHereByCard(*state.draft);
    m_mayFollow = until.isValid();
    m_untilText = until.isValid() ? until.toString(tr("yyyy年M月d日")) : QString();
    Q_EMIT changed();
}

void LeaveController::check()
{
    if (!m_isAway)
        return;
    if (m_lastSeconds != secondsLeft()) {
        m_lastSeconds = secondsLeft();
        Q_EMIT ticked();
    }
    if (m_clock.monotonic() - m_since >= m_away)
        Q_EMIT over();
}

int LeaveController::secondsLeft() const
{
    if (!m_isAway)
        return secondsTotal();
    const auto left = m_away - (m_clock.monotonic() - m_since);
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(std::max(left, 0ms)).count());
}

int LeaveController::secondsTotal() const
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_away).count());
}

void LeaveController::promise()
{
    Q_EMIT asked(flow::LaterPromised{});
}

void LeaveController::fetch()
{
    Q_EMIT asked(flow::FetchAsked{});
}

void LeaveController::absent()
{
    Q_EMIT asked(flow::PartyAbsent{});
}

void LeaveController::another()
{
    Q_EMIT asked(flow::OtherDayAsked{});
}

} // namespace tongban::view
