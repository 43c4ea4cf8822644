// SPDX-License-Identifier: GPL-3.0-or-later
// When nobody new is served: the city closed this terminal, or the store cannot be opened. Who has begun may finish.
#include "app/view/kiosk_controller.h"

namespace tongban::view {

void KioskController::setClosed(const QString &text)
{
    m_cityWord.setClosed(text);
    leaveClosedHome();
}

// Who looks something up may finish.
void KioskController::leaveClosedHome()
{
    if ((m_cityWord.isClosed() || m_storeTrouble) && m_journey.state().step == flow::Step::Home && !openRoom())
        m_journey.feed(flow::StartOver{});
}

void KioskController::setStoreTrouble(const std::optional<ErrorKind> &kind)
{
    if (kind == m_storeTrouble)
        return;
    m_storeTrouble = kind;
    if (kind != ErrorKind::Misconfigured)
        m_technicianNote.clear();
    leaveClosedHome();
    showState();
}

void KioskController::setMisconfigured(const QString &note)
{
    m_technicianNote = note;
    setStoreTrouble(ErrorKind::Misconfigured);
}

// An application that cannot be kept must not be begun.
bool KioskController::isOutOfService() const
{
    return m_storeTrouble && m_journey.state().step == flow::Step::Attract;
}

} // namespace tongban::view
