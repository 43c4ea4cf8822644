// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does: each touch becomes one event of the journey.
#include "app/core/base/log.h"
#include "app/core/domain/case_parties.h"
#include "app/view/kiosk_controller.h"

namespace tongban::view {

void KioskController::act(const flow::ServiceEvent &event)
{
    m_idle.restart(); // an act through an accessibility tool is no input event of the window
    m_journey.feed(event);
}

void KioskController::touched()
{
    if (isOutOfService())
        return m_speech.repeat();
    if (m_journey.state().step == flow::Step::Attract && m_cityWord.isClosed())
        return m_speech.say({m_cityWord.closedText()});
    if (m_journey.state().step == flow::Step::Farewell)
        act(flow::FarewellOver{});
    else
        act(flow::Touched{});
}

void KioskController::chooseItem(const QString &code)
{
    const domain::ServiceItem *item = m_home.item(code);
    if (item)
        act(flow::ItemChosen{*item, !m_home.isAvailable(code)});
}

void KioskController::printSlip()
{
    act(flow::SlipWanted{});
}

void KioskController::forward()
{
    const flow::ServiceState &state = m_journey.state();
    if (busy())
        return;
    if (SideRoom *room = openRoom())
        return room->forward();
    if (state.step == flow::Step::Attract)
        return touched();
    if (state.step == flow::Step::Signature && state.draft && !domain::signatureOf(*state.draft, state.party) &&
        !m_signature.isEmpty())
        sign();
    else
        act(flow::Forward{});
}

void KioskController::sign()
{
    m_idle.restart();
    m_signing = true;
    m_journey.effects().sealSignature(m_journey.state().draft->id, m_signature.picture());
}

// What is sealed is what is shown: another stroke (or none any more) makes the sealed picture a picture of the past.
void KioskController::forgetSealedSignature()
{
    const flow::ServiceState &state = m_journey.state();
    if (state.step == flow::Step::Signature && state.draft && domain::signatureOf(*state.draft, state.party))
        m_journey.feed(flow::SignatureCleared{});
}

void KioskController::backward()
{
    m_idle.restart();
    if (SideRoom *room = openRoom())
        room->backward();
    else if (isFinding())
        m_find.back();
    else if (!m_signing)
        act(flow::Backward{});
}

void KioskController::startOver()
{
    act(flow::StartOver{});
}

void KioskController::tryAgain()
{
    if (SideRoom *room = openRoom())
        room->tryAgain();
    else
        act(flow::TriedAgain{});
}

void KioskController::readLetter()
{
    act(flow::LetterWanted{});
}

void KioskController::leaveLetter()
{
    act(flow::LetterLater{});
}

void KioskController::continueDraft()
{
    const auto &unfinished = m_journey.state().unfinished;
    if (unfinished && unfinished->draft)
        log(LogEvent::DraftResumed, {{"draft", unfinished->draft->id.toString(QUuid::WithoutBraces)}});
    act(flow::DraftContinued{});
}

void KioskController::abandonDraft()
{
    act(flow::DraftAbandoned{});
}

void KioskController::wantReceipt()
{
    act(flow::ReceiptWanted{});
}

void KioskController::keepPage()
{
    act(flow::PageKept{});
}

void KioskController::retakePage()
{
    act(flow::PageRetaken{});
}

void KioskController::movePageUp(int page)
{
    act(flow::PageMovedUp{page});
}

void KioskController::paperCameOut(bool cameOut)
{
    act(flow::PaperSeen{cameOut});
}

void KioskController::wantSpare()
{
    act(flow::SpareWanted{});
}

void KioskController::toggleReason(const QString &code)
{
    act(flow::ReasonToggled{code});
}

void KioskController::rate(int level)
{
    act(flow::Rated{level});
}

void KioskController::stillHere()
{
    act(flow::StillHere{});
}

void KioskController::repeatSpeech()
{
    m_speech.repeat();
}

void KioskController::callHelp()
{
    m_speech.say({helpText(), hallPhone()});
}

} // namespace tongban::view
