// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/trouble_controller.h"

#include "app/flow/service/notice.h"

namespace tongban::view {

TroubleController::TroubleController(QObject *parent) : QObject(parent) {}

void TroubleController::show(const flow::ServiceState &state, const domain::SiteProfile &site)
{
    m_active = state.trouble.has_value();
    const flow::Notice notice =
        m_active ? flow::noticeFor(state.trouble->kind, state.step, flow::flowWordsFor(state, site)) : flow::Notice{};
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
