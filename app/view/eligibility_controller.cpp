// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/eligibility_controller.h"

#include "app/view/session_item.h"

namespace tongban::view {

EligibilityController::EligibilityController(QObject *parent) : QObject(parent) {}

void EligibilityController::show(const flow::ServiceState &state, QDate today)
{
    m_clause.clear();
    m_ageText.clear();
    const domain::EligibilityRule *rule =
        state.draft ? domain::brokenRule(state.draft->item, state.draft->applicant, today) : nullptr;
    if (rule) {
        m_clause = rule->clause;
        m_ageText = tr("您今年 %1 周岁").arg(domain::ageAt(state.draft->applicant, today));
    }
    Q_EMIT changed();
}

} // namespace tongban::view
