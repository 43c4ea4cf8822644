// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/trouble_controller.h"

namespace tongban::view {

TroubleController::TroubleController(QObject *parent) : QObject(parent) {}

void TroubleController::show(const flow::ServiceState &state, const domain::SiteProfile &site)
{
    show(state.trouble
             ? std::optional(flow::noticeFor(state.trouble->kind, state.step, flow::flowWordsFor(state, site)))
             : std::nullopt);
}

void TroubleController::show(const std::optional<flow::Notice> &shown)
{
    m_active = shown.has_value();
    const flow::Notice notice = shown.value_or(flow::Notice{});
    m_title = notice.title;
    m_body = notice.body;
    m_kept = notice.kept;
    m_nextStep = notice.nextStep;
    m_actionText = notice.action;
    m_help = notice.help;
    m_spoken = notice.spoken;
    Q_EMIT changed();
}

} // namespace tongban::view
