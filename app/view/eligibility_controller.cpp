// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/eligibility_controller.h"

#include "app/view/session_item.h"

namespace tongban::view {

EligibilityController::EligibilityController(QObject *parent) : QObject(parent) {}

void EligibilityController::show(const flow::ServiceState &state, QDate today)
{
    m_clause.clear();
    m_fact.clear();
    m_elsewhere.clear();
    const domain::EligibilityRule *rule =
        state.draft ? domain::brokenRule(state.draft->item, state.draft->applicant, today, state.draft->residence) : nullptr;
    if (rule) {
        m_clause = rule->clause;
        const bool isOfPlace = rule->kind == domain::EligibilityRule::Kind::LocalResidence;
        m_fact = isOfPlace ? tr("您身份证上的地址不在本地")
                           : tr("您今年 %1 周岁").arg(domain::ageAt(state.draft->applicant, today));
        if (isOfPlace)
            m_elsewhere = tr("可以到身份证地址所在的乡镇、街道便民服务中心办。");
    }
    Q_EMIT changed();
}

} // namespace tongban::view
