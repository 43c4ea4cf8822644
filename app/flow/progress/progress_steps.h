// SPDX-License-Identifier: GPL-3.0-or-later
// Moves that the steps of 查进度 share. Internal to app/flow/progress.
#pragma once

#include "app/flow/progress/progress_flow.h"

namespace tongban::flow::progress {

// None: the step does not know the event, and nothing changes.
using Outcome = std::optional<Transition>;

// What a step does with the events it knows.
template <class... Handlers> struct Knows : Handlers...
{
    using Handlers::operator()...;
    template <class Other> Outcome operator()(const Other &) const { return std::nullopt; }
};
template <class... Handlers> Knows(Handlers...) -> Knows<Handlers...>;

[[nodiscard]] const ports::FollowedCase *caseOf(const State &state, const QUuid &id);
// Nothing of the person is left.
[[nodiscard]] Transition closed(std::vector<Effect> effects = {});
[[nodiscard]] Transition asking(State state); // the store
[[nodiscard]] Transition shown(State state, const ports::Followed &found);
[[nodiscard]] Outcome failedWith(State state, const Error &error);
[[nodiscard]] Outcome news(const State &state);
void showCases(State &state); // who applied once for one thing need not choose
[[nodiscard]] Transition letterOpened(State state);

[[nodiscard]] Outcome atMail(const State &state, const Event &event);
[[nodiscard]] Outcome atLetter(const State &state, const Event &event);

} // namespace tongban::flow::progress
