// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/service_flow.h"

#include "app/core/domain/case_machine.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

bool isSession(Step step)
{
    return step != Step::Attract && step != Step::Away && step != Step::Kept && step != Step::Farewell;
}

namespace {

bool usesDevices(Step step)
{
    return step == Step::Identify || step == Step::HelperCard || step == Step::Party || step == Step::Capture;
}

// From the first page on the draft is on the disk; once it is being submitted it is no draft any more.
bool mayHaveSavedDraft(Step step)
{
    return step >= Step::NotEligible && step <= Step::Review;
}

Outcome startedOver(const ServiceState &state)
{
    // The case may already stand in the store: discarding now would take its pages away.
    if (!isSession(state.step) || state.step == Step::Submitting)
        return std::nullopt;
    std::vector<ServiceEffect> effects;
    if (usesDevices(state.step))
        effects.emplace_back(StopDevices{});
    if (mayHaveSavedDraft(state.step) && state.draft)
        effects.emplace_back(DiscardDraft{state.draft->id});
    for (const ServiceEffect &rating : ratingsOf(state)) // said is said, with or without reasons
        effects.emplace_back(rating);
    return ended(QStringLiteral("start over"), std::move(effects));
}

Outcome expired(const ServiceState &state)
{
    if (!isSession(state.step))
        return std::nullopt;
    std::vector<ServiceEffect> effects;
    if (usesDevices(state.step))
        effects.emplace_back(StopDevices{});
    for (const ServiceEffect &rating : ratingsOf(state))
        effects.emplace_back(rating);
    return ended(QStringLiteral("idle"), std::move(effects));
}

Outcome warned(const ServiceState &state)
{
    if (!isSession(state.step))
        return std::nullopt;
    Transition after{state, {}};
    after.state.idleWarning = true;
    return after;
}

Outcome stillHere(const ServiceState &state)
{
    if (!state.idleWarning)
        return std::nullopt;
    Transition after{state, {}};
    after.state.idleWarning = false; // a trouble beneath it has not been read yet and stays
    return after;
}

bool takeStatus(domain::SubmittedCase &ours, const StatusArrived &arrived)
{
    if (ours.content.id != arrived.caseId || !domain::isReachable(ours.status, arrived.status))
        return false;
    ours.status = arrived.status;
    if (!arrived.projectNumber.isEmpty())
        ours.projectNumber = arrived.projectNumber;
    return true;
}

Outcome statusArrived(const ServiceState &state, const StatusArrived &arrived)
{
    Transition after{state, {}};
    bool isOurs = after.state.submitted && takeStatus(*after.state.submitted, arrived);
    for (domain::SubmittedCase &one : after.state.together)
        isOurs = takeStatus(one, arrived) || isOurs;
    return isOurs ? Outcome(std::move(after)) : std::nullopt;
}

Outcome atStep(const ServiceState &state, const ServiceEvent &event)
{
    switch (state.step) {
    case Step::Attract:
        return atAttract(state, event);
    case Step::Home:
        return atHome(state, event);
    case Step::Guide:
        return atGuide(state, event);
    case Step::Parts:
        return atParts(state, event);
    case Step::Situation:
        return atSituation(state, event);
    case Step::Slip:
        return atSlip(state, event);
    case Step::Identify:
        return atIdentify(state, event);
    case Step::Helping:
        return atHelping(state, event);
    case Step::HelperCard:
        return atHelperCard(state, event);
    case Step::Naming:
        return atNaming(state, event);
    case Step::Resume:
        return atResume(state, event);
    case Step::NotEligible:
        return atNotEligible(state, event);
    case Step::Party:
        return atParty(state, event);
    case Step::Form:
        return atForm(state, event);
    case Step::PhoneCode:
        return atPhoneCode(state, event);
    case Step::Materials:
        return atMaterials(state, event);
    case Step::Capture:
        return atCapture(state, event);
    case Step::PageReview:
        return atPageReview(state, event);
    case Step::Missing:
        return atMissing(state, event);
    case Step::Signature:
        return atSignature(state, event);
    case Step::MarkSheet:
        return atMarkSheet(state, event);
    case Step::Review:
        return atReview(state, event);
    case Step::Submitting:
        return atSubmitting(state, event);
    case Step::Receipt:
        return atReceipt(state, event);
    case Step::Rating:
        return atRating(state, event);
    case Step::Away:
        return atAway(state, event);
    case Step::Kept:
        return atKept(state, event);
    case Step::Farewell:
        return atFarewell(state, event);
    }
    Q_UNREACHABLE();
}

// Shown where the person stands by then, until the case goes to the store or the draft is put away: either brings the
// whole draft along and has an answer of its own.
Outcome draftNotSaved(const ServiceState &state, const DraftNotSaved &failure)
{
    const bool isWholeUnderWay = state.step == Step::Submitting || (state.step == Step::Missing && state.busy);
    if (!state.draft || isWholeUnderWay)
        return std::nullopt;
    return atStep(state, EffectFailed{failure.error});
}

// What is the same wherever the person stands.
Outcome anywhere(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const StartOver &) -> Outcome { return startedOver(state); },
        [&](const IdleWarned &) -> Outcome { return warned(state); },
        [&](const IdleExpired &) -> Outcome { return expired(state); },
        [&](const StillHere &) -> Outcome { return stillHere(state); },
        [&](const StatusArrived &arrived) -> Outcome { return statusArrived(state, arrived); },
        [&](const DraftNotSaved &failure) -> Outcome { return draftNotSaved(state, failure); },
    };
    return std::visit(table, event);
}

} // namespace

Transition next(const ServiceState &state, const ServiceEvent &event)
{
    if (auto outcome = anywhere(state, event))
        return *std::move(outcome);
    if (auto outcome = atStep(state, event))
        return *std::move(outcome);
    return Transition{state, {}};
}

} // namespace tongban::flow
