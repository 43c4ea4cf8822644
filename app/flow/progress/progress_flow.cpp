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

namespace {

Transition waitingForCard(bool codes)
{
    State state;
    state.step = Step::Identify;
    state.busy = true;
    state.codes = codes;
    std::vector<Effect> effects{ReadCard{}};
    if (codes)
        effects.emplace_back(ReadCode{});
    return {std::move(state), std::move(effects)};
}

bool isWaiting(const State &state)
{
    return state.busy && !state.holder && !state.byReceipt;
}

Transition codeRead(const State &state, const domain::ScannedCode &code)
{
    State after = state;
    after.byReceipt = true;
    return {std::move(after), {StopDevices{}, FindByReceipt{code}}};
}

// The paper says which case, and when; what the office wrote is for who laid down the card.
Transition shownByReceipt(State state, ports::Followed found)
{
    found.cases.resize(1);
    found.cases.front().notices.clear();
    found.cases.front().supplements.clear();
    found.cases.front().projectNumber.clear();
    state.busy = false;
    state.trouble.reset();
    state.chosen = found.cases.front().id;
    state.found = std::move(found);
    state.step = Step::Case;
    return {std::move(state), {}};
}

} // namespace

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

Outcome atIdentify(const State &state, const Event &event)
{
    const Knows table{
        [&](const CardWasRead &read) -> Outcome {
            if (!isWaiting(state))
                return std::nullopt;
            State after = state;
            after.holder = read.card;
            Transition onward = asking(std::move(after));
            if (state.codes) // nobody looks for a receipt any more
                onward.effects.insert(onward.effects.begin(), StopDevices{});
            return onward;
        },
        [&](const CodeWasRead &read) -> Outcome {
            return isWaiting(state) && state.codes ? Outcome(codeRead(state, read.code)) : std::nullopt;
        },
        [&](const CodeNotRead &failure) -> Outcome {
            if (!isWaiting(state) || !state.codes)
                return std::nullopt;
            auto told = failedWith(state, failure.error);
            told->effects.emplace_back(StopDevices{});
            return told;
        },
        [&](const CasesFound &answer) -> Outcome {
            if (state.busy && state.byReceipt && answer.found.cases.empty())
                return failedWith(state, Error{ErrorKind::NotFound, {}, {}});
            if (state.busy && state.byReceipt)
                return shownByReceipt(state, answer.found);
            return state.busy && state.holder ? Outcome(shown(state, answer.found)) : std::nullopt;
        },
        [&](const EffectFailed &failure) -> Outcome {
            return state.busy ? failedWith(state, failure.error) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome {
            if (!state.trouble)
                return std::nullopt;
            return state.holder ? asking(state) : waitingForCard(state.codes);
        },
        [&](const Backward &) -> Outcome {
            return closed(isWaiting(state) ? std::vector<Effect>{StopDevices{}} : std::vector<Effect>());
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
        [&](const Forward &) -> Outcome {
            if (wantsCard(state))
                return waitingForCard(state.codes);
            return letterToRead(state) ? letterOpened(state) : closed({EndSession{}});
        },
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
    const auto *opened = std::get_if<Opened>(&event);
    return opened ? Outcome(waitingForCard(opened->codes)) : std::nullopt;
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
        return isWaiting(state) ? closed({StopDevices{}}) : closed();
    if (auto outcome = atStep(state, event))
        return *std::move(outcome);
    return {state, {}};
}

bool wantsCard(const State &state)
{
    const ports::FollowedCase *chosen = chosenCase(state);
    return state.byReceipt && chosen && wantsThePerson(chosen->status);
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
