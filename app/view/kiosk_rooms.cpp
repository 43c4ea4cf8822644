// SPDX-License-Identifier: GPL-3.0-or-later
// The rooms beside the journey: one more is a line in m_rooms.
#include "app/view/kiosk_controller.h"

#include <algorithm>

namespace tongban::view {

void KioskController::connectRooms()
{
    for (SideRoom *room : m_rooms) {
        room->setDoor([this] { return m_journey.state().step == flow::Step::Home && !openRoom(); });
        connect(room, &SideRoom::turned, this, &KioskController::roomTurned);
        connect(room, &SideRoom::touched, &m_idle, &IdleWatch::restart);
        connect(room, &SideRoom::sessionEnded, this, [this] { m_journey.feed(flow::StartOver{}); });
    }
    connect(&m_progress, &ProgressController::supplementBegun, this, [this](const domain::CaseDraft &draft) {
        m_journey.feed(flow::SupplementBegun{draft, m_ports.clock->nowUtc().toLocalTime().date()});
    });
    connect(&m_journey.effects(), &EffectRunner::lettersWanted, &m_progress, &ProgressController::openLetters,
            Qt::QueuedConnection); // the journey is at home by then
}

// Nothing else stands open beside a room.
SideRoom *KioskController::openRoom() const
{
    if (m_journey.state().step != flow::Step::Home)
        return nullptr;
    const auto room =
        std::find_if(m_rooms.begin(), m_rooms.end(), [](const SideRoom *one) { return !one->step().isEmpty(); });
    return room == m_rooms.end() ? nullptr : *room;
}

void KioskController::roomTurned()
{
    leaveClosedHome();
    showState();
}

} // namespace tongban::view
