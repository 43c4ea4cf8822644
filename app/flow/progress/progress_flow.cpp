// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/progress/progress_flow.h"

#include "app/flow/progress/progress_steps.h"
#include "app/flow/progress/status_words.h"

#include <algorithm>
#include <utility>

namespace tongban::flow::progress {

using domain::CaseStatus;

const ports::FollowedCase *caseOf(const State &state, const QUuid &id)
{
    const auto found = std::find_if(state.found.cases.begin(), state.found.cases.end(),
                                    [&id](const ports::FollowedCase &one) { return one.id == id; });
    return found == state.found.cases.end() ? nullptr : &*found;
}

Transition closed(std::vector<Effect> effects)
{
    return {State{}, std::move(effects)};
}

Transition asking(State state)
{
    state.trouble.reset();
    state.busy = true;
    std::vector<Effect> effects{FindCases{*state.holder}};
    return {std::move(state), std::move(effects)};
}

void showCases(State &state)
{
    const bool isOne = state.found.cases.size() == 1;
    state.step = isOne ? Step::Case : Step::List;
    state.chosen = isOne ? state.found.cases.front().id : QUuid();
}

Transition shown(State state, const ports::Followed &found)
{
    state.busy = false;
    state.trouble.reset();
    state.found = found;
    if (state.step == Step::Identify) {
        const ports::FollowedCase *unread = unreadCase(state.found);
        const bool opens = std::exchange(state.toLetter, false);
        if (!unread) {
            showCases(state);
        } else {
            state.chosen = unread->id;
            state.step = Step::Mail;
            if (opens)
                return letterOpened(std::move(state));
        }
    } else if (state.step == Step::Mail && (!letterToRead(state) || letterToRead(state)->isRead)) {
        showCases(state);
    } else if (state.step >= Step::Case && !caseOf(state, state.chosen)) { // erased meanwhile
        state.step = Step::List;
        state.chosen = {};
        state.print = PrintPhase::None;
    } else if (state.step == Step::Letter && !letterToRead(state)) { // it goes on by itself now
        state.step = Step::Case;
        state.print = PrintPhase::None;
    }
    return {std::move(state), {}};
}

Outcome failedWith(State state, const Error &error)
{
    state.busy = false;
    // What is on the screen is still true, as of then: who reads it is not disturbed by news that could not be fetched.
    if (state.step == Step::Identify)
        state.trouble = error.kind;
    return Transition{std::move(state), {}};
}

Outcome news(const State &state)
{
    return state.holder && !state.busy ? Outcome(asking(state)) : std::nullopt;
}

namespace {

Transition waitingForCard()
{
    State state;
    state.step = Step::Identify;
    state.busy = true;
    return {std::move(state), {ReadCard{}}};
}

Outcome atIdentify(const State &state, const Event &event)
{
    const Knows table{
        [&](const CardWasRead &read) -> Outcome {
            if (!state.busy || state.holder)
                return std::nullopt;
            State after = state;
            after.holder = read.card;
            return asking(std::move(after));
        },
        [&](const CasesFound &answer) -> Outcome {
            return state.busy && state.holder ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome {
            return state.busy ? failedWith(state, failure.error) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome {
            if (!state.trouble)
                return std::nullopt;
            return state.holder ? asking(state) : waitingForCard();
        },
        [&](const Backward &) -> Outcome {
            return closed(state.busy && !state.holder ? std::vector<Effect>{StopDevices{}} : std::vector<Effect>());
        },
    };
    return std::visit(table, event);
}

Outcome atList(const State &state, const Event &event)
{
    const Knows table{
        [&](const CaseChosen &choice) -> Outcome {
            if (!caseOf(state, choice.caseId))
                return std::nullopt;
            Transition after{state, {}};
            after.state.step = Step::Case;
            after.state.chosen = choice.caseId;
            return after;
        },
        [&](const CasesFound &answer) -> Outcome {
            return state.busy ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome {
            return state.busy ? failedWith(state, failure.error) : std::nullopt;
        },
        [&](const NewsArrived &) -> Outcome { return news(state); },
        [&](const Forward &) -> Outcome { return closed({EndSession{}}); },
        [&](const Backward &) -> Outcome { return closed(); },
    };
    return std::visit(table, event);
}

Outcome atCase(const State &state, const Event &event)
{
    const Knows table{
        [&](const CasesFound &answer) -> Outcome {
            return state.busy ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome {
            return state.busy ? failedWith(state, failure.error) : std::nullopt;
        },
        [&](const NewsArrived &) -> Outcome { return news(state); },
        [&](const Forward &) -> Outcome { return letterToRead(state) ? letterOpened(state) : closed({EndSession{}}); },
        [&](const Backward &) -> Outcome {
            if (state.found.cases.size() == 1)
                return closed();
            Transition after{state, {}};
            after.state.step = Step::List;
            after.state.chosen = {};
            return after;
        },
    };
    return std::visit(table, event);
}

Outcome atClosed(const Event &event)
{
    if (const auto *wanted = std::get_if<LettersWanted>(&event)) {
        State state;
        state.step = Step::Identify;
        state.holder = wanted->card;
        state.toLetter = true;
        return asking(std::move(state));
    }
    return std::holds_alternative<Opened>(event) ? Outcome(waitingForCard()) : std::nullopt;
}

Outcome atStep(const State &state, const Event &event)
{
    switch (state.step) {
    case Step::Closed:
        return atClosed(event);
    case Step::Mail:
        return atMail(state, event);
    case Step::Identify:
        return atIdentify(state, event);
    case Step::List:
        return atList(state, event);
    case Step::Case:
        return atCase(state, event);
    case Step::Letter:
        return atLetter(state, event);
    }
    Q_UNREACHABLE();
}

} // namespace

Transition next(const State &state, const Event &event)
{
    if (std::holds_alternative<Left>(event))
        return state.busy && !state.holder ? closed({StopDevices{}}) : closed();
    if (auto outcome = atStep(state, event))
        return *std::move(outcome);
    return {state, {}};
}

const ports::FollowedCase *chosenCase(const State &state)
{
    return state.step >= Step::Case || state.step == Step::Mail ? caseOf(state, state.chosen) : nullptr;
}

const ports::Notice *letterToRead(const State &state)
{
    const ports::FollowedCase *chosen = chosenCase(state);
    return chosen && wantsThePerson(chosen->status) && !chosen->notices.empty() ? &chosen->notices.back() : nullptr;
}

} // namespace tongban::flow::progress
