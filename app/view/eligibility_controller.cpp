// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/eligibility_controller.h"

#include "app/view/session_item.h"

namespace tongban::view {

EligibilityController::EligibilityController(QObject *parent) : QObject(parent) {}

void EligibilityController::show(const flow::ServiceState &state, QDate today)
{
    m_clause.clear();
    m_ageText.clear();
    if (state.draft && state.draft->item.age) {
        m_clause = state.draft->item.age->clause;
        m_ageText = tr("您今年 %1 周岁").arg(domain::ageAt(state.draft->applicant, today));
    }
    Q_EMIT changed();
}

} // namespace tongban::view
