// SPDX-License-Identifier: GPL-3.0-or-later
// 不会写字: a sheet is printed, the applicant marks it before the helper, the sheet is scanned and is the signature.
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition printingSheetOf(ServiceState after)
{
    const PrintMarkSheet print{*after.draft};
    after.print = PrintPhase::Printing;
    after.paperDenied = false;
    Transition onward = moved(std::move(after), Step::MarkSheet, {print});
    onward.state.busy = true;
    return onward;
}

Transition sheetEnded(const ServiceState &state, ports::PrintOutcome outcome)
{
    ServiceState after = state;
    after.busy = false;
    after.trouble.reset();
    after.print = outcome == ports::PrintOutcome::Confirmed ? PrintPhase::Confirmed : PrintPhase::Asking;
    return stayed(std::move(after));
}

Transition sheetFailed(const ServiceState &state, const Error &error)
{
    Transition after = troubled(state, error.kind);
    after.state.print = PrintPhase::Failed;
    return after;
}

Transition sheetSeen(const ServiceState &state, bool cameOut)
{
    ServiceState after = afterPerson(state);
    after.print = cameOut ? PrintPhase::Confirmed : PrintPhase::Failed;
    after.paperDenied = !cameOut;
    return stayed(std::move(after), {RecordSlip{cameOut}});
}

Transition sheetMarked(const ServiceState &state)
{
    ServiceState after = state;
    after.print = PrintPhase::None;
    return scanning(after, domain::markSheet);
}

Transition sheetLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.print = PrintPhase::None;
    after.paperDenied = false;
    return moved(std::move(after), Step::Signature);
}

} // namespace

std::optional<Transition> printingSheet(const ServiceState &state)
{
    const bool hasWitness = state.draft && state.draft->helper && state.party.isEmpty();
    return hasWitness ? std::optional(printingSheetOf(afterPerson(state))) : std::nullopt;
}

Transition backToSheet(const ServiceState &state, std::vector<ServiceEffect> effects)
{
    ServiceState after = afterPerson(state);
    after.material.clear();
    after.captured.clear();
    after.print = PrintPhase::Confirmed;
    return moved(std::move(after), Step::MarkSheet, std::move(effects));
}

Outcome atMarkSheet(const ServiceState &state, const ServiceEvent &event)
{
    const PrintPhase phase = state.print;
    const bool isSettled = phase == PrintPhase::Confirmed || phase == PrintPhase::Failed;
    const Knows table{
        [&](const PrintEnded &ended) -> Outcome {
            return phase == PrintPhase::Printing ? Outcome(sheetEnded(state, ended.outcome)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome {
            return phase == PrintPhase::Printing ? Outcome(sheetFailed(state, failed.error)) : std::nullopt;
        },
        [&](const PaperSeen &seen) -> Outcome {
            return phase == PrintPhase::Asking ? Outcome(sheetSeen(state, seen.cameOut)) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome { return phase == PrintPhase::Failed ? printingSheet(state) : std::nullopt; },
        [&](const Forward &) -> Outcome {
            return phase == PrintPhase::Confirmed ? Outcome(sheetMarked(state)) : std::nullopt;
        },
        [&](const Backward &) -> Outcome { return isSettled ? Outcome(sheetLeft(state)) : std::nullopt; },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
