// SPDX-License-Identifier: GPL-3.0-or-later
// 回执, 评价. The case is safe whatever the printer does; paper that did not come can be had later with the card.
#include "app/flow/service/steps/steps.h"

#include <algorithm>

namespace tongban::flow {

namespace {

Transition printing(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.print = PrintPhase::Printing;
    after.paperDenied = false;
    after.busy = true;
    const PrintReceipt print{*after.submitted};
    return stayed(std::move(after), {print});
}

// Of a 一件事: the case whose receipt comes after this one.
std::optional<domain::SubmittedCase> nextCase(const ServiceState &state)
{
    const auto &all = state.together;
    const auto present = std::find_if(all.begin(), all.end(), [&state](const domain::SubmittedCase &one) {
        return one.content.id == state.submitted->content.id;
    });
    if (present == all.end() || present + 1 == all.end())
        return std::nullopt;
    return *(present + 1);
}

// This receipt is out: the next one is printed at once, for nobody has to be asked.
Transition receiptOut(ServiceState after, std::vector<ServiceEffect> effects)
{
    after.print = PrintPhase::Confirmed;
    const auto next = nextCase(after);
    if (!next)
        return stayed(std::move(after), std::move(effects));
    after.submitted = *next;
    after.print = PrintPhase::Printing;
    after.busy = true;
    effects.emplace_back(PrintReceipt{*next});
    return stayed(std::move(after), std::move(effects));
}

Transition printEnded(const ServiceState &state, const PrintEnded &ended)
{
    ServiceState after = state;
    after.busy = false;
    after.trouble.reset();
    switch (ended.outcome) {
    case ports::PrintOutcome::Confirmed:
        return receiptOut(std::move(after), {});
    case ports::PrintOutcome::Unknown:
        after.print = PrintPhase::Asking;
        break;
    }
    return stayed(std::move(after));
}

// Nothing is printed twice by itself: a denial offers the copy, the person asks for it.
Transition paperSeen(const ServiceState &state, const PaperSeen &seen)
{
    ServiceState after = afterPerson(state);
    after.paperDenied = !seen.cameOut;
    const RecordPaper record{after.submitted->content.id, seen.cameOut};
    if (seen.cameOut)
        return receiptOut(std::move(after), {record});
    after.print = PrintPhase::Failed;
    return stayed(std::move(after), {record});
}

Transition printFailed(const ServiceState &state, const Error &error)
{
    Transition after = troubled(state, error.kind);
    after.state.print = PrintPhase::Failed;
    return after;
}

// What was done together was rated together; the city keeps one rating a case.
std::vector<ServiceEffect> ratingsOf(const ServiceState &state, int level)
{
    std::vector<ServiceEffect> ratings;
    for (const domain::SubmittedCase &one : state.together)
        ratings.emplace_back(SaveRating{{.caseId = one.content.id, .level = level}});
    if (ratings.empty())
        ratings.emplace_back(SaveRating{{.caseId = state.submitted->content.id, .level = level}});
    return ratings;
}

} // namespace

Outcome atReceipt(const ServiceState &state, const ServiceEvent &event)
{
    const PrintPhase phase = state.print;
    const Knows table{
        [&](const PrintEnded &ended) -> Outcome {
            return phase == PrintPhase::Printing ? Outcome(printEnded(state, ended)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome {
            // Any other effect of this page is paperwork of ours: the log has it, the villager cannot act on it.
            return phase == PrintPhase::Printing ? Outcome(printFailed(state, failed.error)) : std::nullopt;
        },
        [&](const PaperSeen &seen) -> Outcome {
            return phase == PrintPhase::Asking ? Outcome(paperSeen(state, seen)) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome {
            return phase == PrintPhase::Failed ? Outcome(printing(state)) : std::nullopt;
        },
        [&](const Forward &) -> Outcome {
            const bool isSettled = phase == PrintPhase::Confirmed || phase == PrintPhase::Failed;
            return isSettled ? Outcome(moved(afterPerson(state), Step::Rating)) : std::nullopt;
        },
    };
    return std::visit(table, event);
}

Outcome atRating(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Rated &rated) -> Outcome {
            if (rated.level < 1 || rated.level > 5)
                return std::nullopt;
            return ended(QStringLiteral("done"), ratingsOf(state, rated.level));
        },
        [&](const Forward &) -> Outcome { return ended(QStringLiteral("done")); }, // voluntary (GB/T 39734)
        [&](const Backward &) -> Outcome { return moved(afterPerson(state), Step::Receipt); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
