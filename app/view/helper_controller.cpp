// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/helper_controller.h"

#include "app/core/domain/masking.h"
#include "app/flow/service/helper_words.h"

namespace tongban::view {

namespace {

const domain::CaseDraft *contentOf(const flow::ServiceState &state)
{
    if (state.submitted)
        return &state.submitted->content;
    return state.draft ? &*state.draft : nullptr;
}

std::optional<domain::Helper> helperOf(const flow::ServiceState &state)
{
    if (const domain::CaseDraft *content = contentOf(state))
        return content->helper;
    return state.beside ? std::optional(state.beside->helper) : std::nullopt;
}

} // namespace

HelperController::HelperController(QObject *parent) : QObject(parent) {}

void HelperController::show(const flow::ServiceState &state)
{
    const domain::CaseDraft *content = contentOf(state);
    const auto helper = helperOf(state);
    m_name = helper ? domain::maskedName(helper->card.name) : QString();
    m_who = helper ? tr("%1 %2", "role and name").arg(flow::roleWord(helper->role), m_name) : QString();
    m_cardless = state.cardless;
    m_standing.clear();
    if (content && content->assurance == domain::Assurance::Vouched)
        m_standing = tr("没刷本人的证，由%1证明身份").arg(m_who);
    if (content && content->assurance == domain::Assurance::Document)
        m_standing = tr("没刷本人的证，凭%1带来的材料").arg(m_who);
    m_applicantSigns = state.step == flow::Step::Signature && state.party.isEmpty();
    m_mayMark = m_applicantSigns && helper.has_value();
    Q_EMIT changed();
}

void HelperController::want()
{
    Q_EMIT asked(flow::HelpWanted{false});
}

void HelperController::wantWithoutCard()
{
    Q_EMIT asked(flow::HelpWanted{true});
}

void HelperController::choose(const QString &role)
{
    if (const auto known = domain::helperRoleNamed(role))
        Q_EMIT asked(flow::HelperChosen{*known});
}

void HelperController::cannotWrite()
{
    Q_EMIT asked(flow::CannotWrite{});
}

} // namespace tongban::view
