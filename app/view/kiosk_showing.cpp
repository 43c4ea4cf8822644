// SPDX-License-Identifier: GPL-3.0-or-later
// From the journey's state to what the pages show and the voice says.
#include "app/flow/service/guide_light.h"
#include "app/view/kiosk_controller.h"
#include "app/view/shown_words.h"

namespace tongban::view {

namespace {

// The page shows what is wrong beside the answer, and nothing else of the trouble; nor does the voice say more.
bool isBesideItsField(const flow::ServiceState &state)
{
    const bool asks = state.step == flow::Step::Form || state.step == flow::Step::Situation ||
                      state.step == flow::Step::Parts ||
                      state.step == flow::Step::Naming || state.step == flow::Step::Signature;
    return asks && state.trouble && state.trouble->kind == ErrorKind::InputInvalid && !state.trouble->field.isEmpty();
}

} // namespace

void KioskController::showState()
{
    const flow::ServiceState &state = m_journey.state();
    m_signing = m_signing && m_journey.effects().isSealing();
    m_signature.setLocked(m_signing);
    forgetStrokesOfOthers(state);
    const flow::ServiceState shown = shownState(state, m_comfort.itemLanguage());
    const SideRoom *room = openRoom();
    m_header = isOutOfService() ? outOfServiceHeader(*m_storeTrouble)
               : room           ? room->header()
               : isFinding()    ? m_find.header()
                                : headerOf(shown);
    showPages(shown);
    if (!room && !m_guide.closedReason().isEmpty())
        m_header.spoken << m_guide.closedReason();
    const auto device = room ? room->guideLight() : flow::guideLightFor(state);
    m_lights.show(device);
    if (m_comfort.low() && device && !domain::isWithinReach(m_ports.site, *device))
        sayOutOfReach();

    limitIdle();
    m_idle.setPaused(busy());
    m_idle.setWarning(state.idleWarning);
    const bool entered = state.step != m_shownStep;
    const bool turned = step() != m_shownPage;
    m_shownStep = state.step;
    m_shownPage = step();
    Q_EMIT changed();
    if (entered)
        enteredStep(state.step);
    if (turned)
        Q_EMIT stepChanged();
    speak();
}

void KioskController::sayOutOfReach()
{
    const QString words = tr("够不着就按“叫人帮忙”，工作人员替您放。");
    m_header.subtitle += words;
    m_header.spoken << words;
}

void KioskController::showPages(const flow::ServiceState &shown)
{
    if (const SideRoom *room = openRoom())
        m_trouble.show(room->notice());
    else
        m_trouble.show(shown, m_ports.site);
    const bool isClosed = shown.step == flow::Step::Guide && shown.closed;
    m_guide.show(shown, isClosed ? m_home.reasonOf(shown.item->code) : QString());
    m_helper.show(shown);
    m_resume.show(shown);
    m_eligibility.show(shown, m_ports.clock->nowUtc().toLocalTime().date());
    const bool canAsk = m_online && m_ports.city && m_ports.city();
    m_form.show(shown);
    m_phone.show(shown, canAsk);
    m_materials.show(shown, canAsk);
    m_leave.show(shown);
    m_capture.show(shown);
    m_pageReview.show(shown, m_journey.effects().previews());
    m_signature.show(shown);
    m_review.show(shown);
    m_receipt.show(shown);
    m_rating.show(shown);
}

void KioskController::speak()
{
    const flow::ServiceState &state = m_journey.state();
    const bool isOfLetter = state.unfinished && state.unfinished->letter; // a page by itself to whoever listens
    const QString page = QStringLiteral("%1/%2/%3").arg(step()).arg(state.formPage).arg(isOfLetter);
    m_speech.show(page, isBesideItsField(state) ? QStringList{m_trouble.body()}
                        : m_trouble.active()    ? m_trouble.spoken()
                                                : m_header.spoken);
}

bool KioskController::isSession() const
{
    return flow::isSession(m_journey.state().step);
}

} // namespace tongban::view
