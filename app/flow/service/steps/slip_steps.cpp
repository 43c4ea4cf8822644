// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单 on paper. Nobody has said who they are, so nothing is lost whatever the printer does.
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition slipEnded(const ServiceState &state, ports::PrintOutcome outcome)
{
    ServiceState after = state;
    after.busy = false;
    after.trouble.reset();
    after.print = outcome == ports::PrintOutcome::Confirmed ? PrintPhase::Confirmed : PrintPhase::Asking;
    return stayed(std::move(after));
}

Transition slipFailed(const ServiceState &state, const Error &error)
{
    Transition after = troubled(state, error.kind);
    after.state.print = PrintPhase::Failed;
    return after;
}

Transition slipSeen(const ServiceState &state, bool cameOut)
{
    ServiceState after = afterPerson(state);
    after.print = cameOut ? PrintPhase::Confirmed : PrintPhase::Failed;
    after.paperDenied = !cameOut;
    return stayed(std::move(after), {RecordSlip{cameOut}});
}

// Back to where it was asked for; what was answered stays answered.
Transition slipDone(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.print = PrintPhase::None;
    after.paperDenied = false;
    return atGuideOf(std::move(after));
}

} // namespace

Outcome atSlip(const ServiceState &state, const ServiceEvent &event)
{
    const PrintPhase phase = state.print;
    const bool isSettled = phase == PrintPhase::Confirmed || phase == PrintPhase::Failed;
    const Knows table{
        [&](const PrintEnded &ended) -> Outcome {
            return phase == PrintPhase::Printing ? Outcome(slipEnded(state, ended.outcome)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome {
            return phase == PrintPhase::Printing ? Outcome(slipFailed(state, failed.error)) : std::nullopt;
        },
        [&](const PaperSeen &seen) -> Outcome {
            return phase == PrintPhase::Asking ? Outcome(slipSeen(state, seen.cameOut)) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome {
            return phase == PrintPhase::Failed ? Outcome(printingSlip(afterPerson(state))) : std::nullopt;
        },
        [&](const Forward &) -> Outcome { return isSettled ? Outcome(slipDone(state)) : std::nullopt; },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
