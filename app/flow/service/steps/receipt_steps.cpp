// SPDX-License-Identifier: GPL-3.0-or-later
// 回执, 评价. The case is safe whatever the printer does; paper that did not come can be had later with the card.
#include "app/flow/service/steps/steps.h"

#include <algorithm>

namespace tongban::flow {

namespace {

Transition printing(const ServiceState &state, bool spare)
{
    ServiceState after = afterPerson(state);
    if (spare && !state.spare && !state.together.empty())
        after.submitted = state.together.front(); // the copies are those of all
    after.spare = spare;
    after.print = PrintPhase::Printing;
    after.paperDenied = false;
    after.busy = true;
    const PrintReceipt print{*after.submitted, spare, state.paperDenied};
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
    effects.emplace_back(PrintReceipt{*next, after.spare});
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
    // A supplement is no case: its receipt stands in the journal as a sheet.
    const ServiceEffect record = isSupplement(after)
                                     ? ServiceEffect(RecordSlip{seen.cameOut})
                                     : ServiceEffect(RecordPaper{after.submitted->content.id, seen.cameOut});
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

// Whoever is not content is asked why, and may say nothing.
Outcome rated(const ServiceState &state, int level)
{
    if (level < 1 || level > 5 || state.rated != 0)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.rated = level;
    if (domain::asksReasons(level))
        return stayed(std::move(after));
    return ended(QStringLiteral("done"), ratingsOf(after));
}

Outcome reasonToggled(const ServiceState &state, const QString &reason)
{
    if (state.rated == 0 || !domain::evaluationReasons().contains(reason))
        return std::nullopt;
    ServiceState after = afterPerson(state);
    if (after.reasons.removeAll(reason) == 0)
        after.reasons.append(reason);
    return stayed(std::move(after));
}

Outcome ratingLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (after.rated == 0)
        return moved(std::move(after), Step::Receipt);
    after.rated = 0;
    after.reasons.clear();
    return stayed(std::move(after));
}

} // namespace

// What was done together was rated together; the city keeps one rating a case.
std::vector<ServiceEffect> ratingsOf(const ServiceState &state)
{
    if (state.rated == 0 || !state.submitted)
        return {};
    const auto &all = state.together.empty() ? std::vector{*state.submitted} : state.together;
    std::vector<ServiceEffect> ratings;
    for (const domain::SubmittedCase &one : all)
        ratings.emplace_back(SaveRating{{.caseId = one.content.id, .level = state.rated, .reasons = state.reasons}});
    return ratings;
}

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
            return phase == PrintPhase::Failed ? Outcome(printing(state, state.spare)) : std::nullopt;
        },
        [&](const SpareWanted &) -> Outcome {
            return phase == PrintPhase::Confirmed ? Outcome(printing(state, true)) : std::nullopt;
        },
        [&](const Forward &) -> Outcome {
            const bool isSettled = phase == PrintPhase::Confirmed || phase == PrintPhase::Failed;
            if (isSettled && isSupplement(state)) // the service is not finished: there is nothing to rate yet
                return ended(QStringLiteral("done"));
            return isSettled ? Outcome(moved(afterPerson(state), Step::Rating)) : std::nullopt;
        },
    };
    return std::visit(table, event);
}

Outcome atRating(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Rated &said) -> Outcome { return rated(state, said.level); },
        [&](const ReasonToggled &toggled) -> Outcome { return reasonToggled(state, toggled.reason); },
        [&](const Forward &) -> Outcome { // voluntary (GB/T 39734)
            return ended(QStringLiteral("done"), ratingsOf(state));
        },
        [&](const Backward &) -> Outcome { return ratingLeft(state); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
