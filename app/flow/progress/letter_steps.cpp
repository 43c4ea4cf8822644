// SPDX-License-Identifier: GPL-3.0-or-later
// 有一封信给您, and the letter: read, printed, answered.
#include "app/flow/progress/progress_steps.h"
#include "app/flow/progress/status_words.h"

#include <algorithm>

namespace tongban::flow::progress {

using domain::CaseStatus;

Transition letterOpened(State state)
{
    state.step = Step::Letter;
    state.trouble.reset();
    state.print = PrintPhase::None;
    const ports::Notice *letter = letterToRead(state);
    std::vector<Effect> effects;
    if (letter && !letter->isRead)
        effects.emplace_back(MarkRead{letter->id});
    return {std::move(state), std::move(effects)};
}

Outcome atMail(const State &state, const Event &event)
{
    const Knows table{
        [&](const CasesFound &answer) -> Outcome {
            return state.busy ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome {
            return state.busy ? failedWith(state, failure.error) : std::nullopt;
        },
        [&](const NewsArrived &) -> Outcome { return news(state); },
        [&](const Forward &) -> Outcome { return letterOpened(state); },
        [&](const ReadLater &) -> Outcome {
            Transition after{state, {}};
            showCases(after.state);
            return after;
        },
        [&](const Backward &) -> Outcome { return closed(); },
    };
    return std::visit(table, event);
}

namespace {

Transition beginning(State state)
{
    state.trouble.reset();
    state.busy = true;
    state.beginsSupplement = true;
    const BeginSupplement begin{*state.holder, state.chosen, letterToRead(state)->id};
    return {std::move(state), {begin}};
}

Transition printing(State state)
{
    state.trouble.reset();
    state.print = PrintPhase::Printing;
    const PrintLetter print{*chosenCase(state), *letterToRead(state)};
    return {std::move(state), {print}};
}

Outcome letterDone(const State &state)
{
    if (state.busy || state.print == PrintPhase::Printing)
        return std::nullopt;
    return canSupplement(state) ? beginning(state) : closed({EndSession{}});
}

// What stands in the letter has not changed; only what was asked beside it went wrong.
Outcome askedAgain(const State &state)
{
    if (!state.trouble)
        return std::nullopt;
    if (state.print == PrintPhase::Failed)
        return printing(state);
    State after = state;
    after.trouble.reset();
    return canSupplement(after) ? beginning(std::move(after)) : Transition{std::move(after), {}};
}

Outcome letterLeft(const State &state)
{
    Transition after{state, {}};
    after.state.trouble.reset();
    after.state.print = PrintPhase::None;
    after.state.beginsSupplement = false;
    after.state.busy = state.busy && !state.beginsSupplement;
    if (!state.trouble)
        after.state.step = Step::Case;
    return after;
}

Outcome beginningFailed(State state, const Error &error)
{
    if (!state.busy)
        return std::nullopt;
    if (!state.beginsSupplement)
        return failedWith(std::move(state), error);
    state.busy = false;
    state.beginsSupplement = false;
    state.trouble = error.kind;
    return Transition{std::move(state), {}};
}

Outcome printEnded(State state, PrintPhase phase, std::optional<ErrorKind> trouble = {})
{
    if (state.print != PrintPhase::Printing)
        return std::nullopt;
    state.print = phase;
    state.trouble = trouble;
    if (trouble) // what is said stands: whatever was asked meanwhile is not waited for
        state.busy = state.beginsSupplement = false;
    return Transition{std::move(state), {}};
}

Outcome paperSeen(const State &state, bool cameOut)
{
    if (state.print != PrintPhase::Asking)
        return std::nullopt;
    Transition after{state, {RecordPaper{cameOut}}};
    after.state.print = cameOut ? PrintPhase::Confirmed : PrintPhase::None;
    return after;
}

} // namespace

Outcome atLetter(const State &state, const Event &event)
{
    const Knows table{
        [&](const CasesFound &answer) -> Outcome {
            return state.busy && !state.beginsSupplement ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const SupplementReady &ready) -> Outcome {
            return state.beginsSupplement ? Outcome(closed({EnterJourney{ready.draft}})) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome { return beginningFailed(state, failure.error); },
        [&](const NewsArrived &) -> Outcome { return news(state); },
        [&](const Forward &) -> Outcome { return letterDone(state); },
        [&](const PrintWanted &) -> Outcome {
            const bool isFree = state.print == PrintPhase::None || state.print == PrintPhase::Failed;
            return isFree && !state.busy ? Outcome(printing(state)) : std::nullopt;
        },
        [&](const LetterPrinted &ended) -> Outcome {
            return printEnded(state, ended.outcome == ports::PrintOutcome::Confirmed ? PrintPhase::Confirmed
                                                                                     : PrintPhase::Asking);
        },
        [&](const LetterNotPrinted &failure) -> Outcome {
            return printEnded(state, PrintPhase::Failed, failure.error.kind);
        },
        [&](const PaperSeen &seen) -> Outcome { return paperSeen(state, seen.cameOut); },
        [&](const TriedAgain &) -> Outcome { return askedAgain(state); },
        [&](const Backward &) -> Outcome { return letterLeft(state); },
    };
    return std::visit(table, event);
}

const ports::GivenSupplement *givenFor(const State &state)
{
    const ports::FollowedCase *chosen = chosenCase(state);
    const ports::Notice *letter = letterToRead(state);
    if (!letter)
        return nullptr;
    const auto given = std::find_if(chosen->supplements.begin(), chosen->supplements.end(),
                                    [letter](const auto &one) { return one.letter == letter->id; });
    return given == chosen->supplements.end() ? nullptr : &*given;
}

bool canSupplement(const State &state)
{
    const ports::Notice *letter = letterToRead(state);
    if (!letter || letter->kind != ports::NoticeKind::Correction || letter->items.empty() || givenFor(state))
        return false;
    const CaseStatus status = chosenCase(state)->status;
    return status == CaseStatus::Supplementing || status == CaseStatus::PreReturned;
}

const ports::FollowedCase *unreadCase(const ports::Followed &found)
{
    const ports::FollowedCase *newest = nullptr;
    for (const ports::FollowedCase &one : found.cases) {
        const bool isForPerson = one.status == CaseStatus::PreReturned || one.status == CaseStatus::Supplementing ||
                                 one.status == CaseStatus::NotAccepted || one.status == CaseStatus::Rejected;
        if (!isForPerson || one.notices.empty() || one.notices.back().isRead ||
            one.notices.back().kind == ports::NoticeKind::Accepted)
            continue;
        const bool isAnswered = std::any_of(one.supplements.begin(), one.supplements.end(), [&one](const auto &given) {
            return given.letter == one.notices.back().id;
        });
        if (!isAnswered && (!newest || one.notices.back().issuedAt > newest->notices.back().issuedAt))
            newest = &one;
    }
    return newest;
}

} // namespace tongban::flow::progress
