// SPDX-License-Identifier: GPL-3.0-or-later
// Where a material or a person is missing, and where somebody is away.
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QDate today(2024, 11, 21);
const QUuid olderId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000002"));

ServiceState withDraft(Step step, const domain::CaseDraft &draft)
{
    ServiceState state;
    state.step = step;
    state.today = today;
    state.item = draft.item;
    state.draft = draft;
    return state;
}

ServiceState troubled(ServiceState state, ErrorKind kind)
{
    state.busy = false;
    state.trouble = Trouble{kind, {}};
    return state;
}

ServiceState missing(Leaving leaving)
{
    domain::CaseDraft draft = freshDraft();
    for (domain::MaterialSpec &material : draft.item.materials) {
        material.late = true;
        material.lateDays = 20;
    }
    ServiceState state = withDraft(Step::Missing, draft);
    state.material = QStringLiteral("householdRegister");
    state.leaving = leaving;
    state.busy = leaving != Leaving::No;
    return state;
}

// An item that asks for two others: one signs something, one need only be here.
domain::CaseDraft sharedDraft(domain::CaseDraft draft)
{
    draft.item.parties = {{.key = QStringLiteral("spouse"),
                           .label = QStringLiteral("爱人"),
                           .when = {},
                           .presence = {domain::Presence::Card},
                           .consent = QStringLiteral("我同意我爱人申请这笔津贴。")},
                          {.key = QStringLiteral("child"),
                           .label = QStringLiteral("孩子"),
                           .when = {},
                           .presence = {domain::Presence::Card}}};
    return draft;
}

} // namespace

domain::ServiceItem itemForThree()
{
    return sharedDraft(freshDraft()).item;
}

namespace {

ServiceState atParty(bool isBusy)
{
    ServiceState state = withDraft(Step::Party, sharedDraft(freshDraft()));
    state.party = QStringLiteral("spouse");
    state.busy = isBusy;
    return state;
}

ServiceState partyMissing()
{
    ServiceState state = atParty(false);
    state.step = Step::Missing;
    return state;
}

ServiceState partySigns()
{
    ServiceState state = atParty(false);
    state.step = Step::Signature;
    state.draft = sharedDraft(fullDraft());
    state.draft->parties.insert(QStringLiteral("spouse"), {.card = youngCard()});
    domain::IdCard child = youngCard();
    child.idNumber = Secret(QStringLiteral("11010519491231002X"));
    state.draft->parties.insert(QStringLiteral("child"), {.card = child});
    return state;
}

ServiceState away(bool isBusy)
{
    ServiceState state;
    state.step = Step::Away;
    state.away = olderId;
    state.busy = isBusy;
    return state;
}

ServiceState backFromAway()
{
    ServiceState state = away(true);
    state.returned = oldCard();
    state.today = today;
    return state;
}

ServiceState kept()
{
    ServiceState state;
    state.step = Step::Kept;
    state.keptUntil = today.addDays(draftKeptDays);
    return state;
}

} // namespace

std::vector<NamedState> leaveStates()
{
    return {
        {"Party", atParty(true)},
        {"Party in trouble", troubled(atParty(false), ErrorKind::CardLifted)},
        {"Party missing", partyMissing()},
        {"Party signs", partySigns()},
        {"Missing", missing(Leaving::No)},
        {"Missing, goes to fetch it", missing(Leaving::ToFetch)},
        {"Missing, goes home", missing(Leaving::OtherDay)},
        {"Missing in trouble", troubled(missing(Leaving::OtherDay), ErrorKind::StoreFull)},
        {"Away", away(true)},
        {"Away in trouble", troubled(away(false), ErrorKind::CardUnreadable)},
        {"Away, back", backFromAway()},
        {"Kept", kept()},
    };
}

} // namespace tongban::tests
