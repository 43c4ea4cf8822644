// SPDX-License-Identifier: GPL-3.0-or-later
// 刷证, 上次没办完, 条件不符. The draft exists from the card on, and is saved from the first page of the form on: until
// then an older draft of the same person may take its place.
#include "app/core/domain/assisted_case.h"
#include "app/core/domain/form_engine.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition cardRead(const ServiceState &state, const CardWasRead &read)
{
    if (domain::expiredAt(read.card, read.today))
        return troubled(state, ErrorKind::CardExpired);
    if (state.beside && state.beside->helper.card.idNumber == read.card.idNumber)
        return troubled(state, ErrorKind::CardNotTheSame);
    ServiceState after = state;
    after.today = read.today;
    return draftMade(std::move(after), {.applicant = read.card, .residence = read.residence}, read.draftId, read.nowUtc);
}

Transition formBegun(ServiceState state)
{
    state = withDraftOnly(std::move(state));
    const SaveDraft save = savePoint(state);
    return atFirstFormPage(std::move(state), {save});
}

Transition notEligible(ServiceState state)
{
    return moved(withDraftOnly(std::move(state)), Step::NotEligible);
}

// A new application, with the advice first where the card says no.
Transition begun(ServiceState state)
{
    state.unfinished.reset();
    if (state.draft->appliesAgainstAdvice)
        return notEligible(std::move(state));
    return formBegun(std::move(state));
}

// Theirs, and theirs to see: upon the own card all of it; upon a name alone what the same helper began for that name.
bool mayBeSeen(const domain::CaseDraft &now, const domain::CaseDraft &found)
{
    if (found.applicant.idNumber != now.applicant.idNumber)
        return false;
    return domain::isHereByCard(now) || (!domain::isHereByCard(found) && domain::isHelpedBy(found, now.helper));
}

// An answer about somebody else (an earlier card, overtaken) is nobody's to see.
ports::Unfinished onlyOf(const domain::CaseDraft &now, ports::Unfinished found)
{
    if (found.draft && !mayBeSeen(now, *found.draft))
        found.draft.reset();
    if (found.withoutReceipt && !mayBeSeen(now, found.withoutReceipt->content))
        found.withoutReceipt.reset();
    if (!domain::isHereByCard(now)) // the office wrote to the person, not to whoever knows the name
        found.letter.reset();
    return found;
}

Transition unfinishedFound(const ServiceState &state, const ports::Unfinished &found)
{
    ServiceState after = state;
    after.trouble.reset();
    ports::Unfinished unfinished = onlyOf(*state.draft, found);
    if (!unfinished.draft && !unfinished.withoutReceipt && !unfinished.letter)
        return begun(std::move(after));
    // A letter is told of before all else, and the errand goes on behind it: its situations stay in the draft.
    after.unfinished = std::move(unfinished);
    return moved(withDraftOnly(std::move(after)), Step::Resume);
}

Transition readAgain(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.busy = true;
    // The card is known when only the store failed to answer.
    if (after.draft)
        return stayed(after, askedOf(*after.draft));
    return stayed(std::move(after), {ReadCard{}});
}

// Back to who helps: another one, or nobody.
Transition helperLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.draft.reset();
    after.beside.reset();
    after.naming.clear();
    return moved(std::move(after), Step::Helping, {StopDevices{}});
}

// The applicant's card is waited for; without it, through whom may they be named?
Outcome helpWanted(const ServiceState &state, const HelpWanted &wanted)
{
    ServiceState after = afterPerson(state);
    after.busy = false;
    if (!after.beside) {
        after.cardless = wanted.cardless;
        return moved(std::move(after), Step::Helping, {StopDevices{}});
    }
    if (!wanted.cardless)
        return std::nullopt;
    if (!domain::assuranceThrough(after.beside->helper.role)) {
        Transition closed = troubled(std::move(after), ErrorKind::NotEligible);
        closed.effects.emplace_back(StopDevices{});
        return closed;
    }
    after.cardless = true;
    after.formPage = 0;
    return moved(std::move(after), Step::Naming, {StopDevices{}});
}

// Back to the last question that was asked before the card; to the guide, of a theme to its parts, when there was none.
Transition identityLeft(const ServiceState &state)
{
    if (state.beside)
        return helperLeft(state);
    const int count = static_cast<int>(state.item->situations.size());
    const auto last = domain::situationBefore(*state.item, count, state.situations);
    if (!last && !state.theme)
        return backToGuide(state, {StopDevices{}});
    ServiceState after;
    after.item = state.item;
    after.theme = state.theme;
    after.parts = state.parts;
    after.situations = state.situations;
    if (!last)
        return moved(std::move(after), Step::Parts, {StopDevices{}});
    after.formPage = *last;
    return moved(std::move(after), Step::Situation, {StopDevices{}});
}

Transition draftContinued(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.unfinished.reset();
    domain::CaseDraft older = *state.unfinished->draft;
    const domain::CaseDraft &now = *state.draft;
    if (!older.supplement) // that was begun by the own card, and its item asks for nothing else
        domain::takeStanding(older, {.applicant = now.applicant, .assurance = now.assurance, .helper = now.helper, .residence = now.residence});
    return continued(std::move(after), std::move(older), now.applicant);
}

Transition draftAbandoned(const ServiceState &state)
{
    Transition onward = begun(afterPerson(state));
    const auto &old = state.unfinished->draft;
    // A draft of another errand is not what the person means by "fill in anew": it stays sealed.
    if (old && !old->supplement && old->item.code == state.draft->item.code)
        onward.effects.insert(onward.effects.begin(), DiscardDraft{old->id});
    return onward;
}

// Nothing of the errand is saved yet but what was saved another day.
Transition letterWanted(const ServiceState &state)
{
    const OpenLetters open{state.draft->applicant};
    return moved(ServiceState{}, Step::Home, {open});
}

Transition letterLater(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.unfinished->letter.reset();
    if (!after.unfinished->draft && !after.unfinished->withoutReceipt)
        return begun(std::move(after));
    return stayed(std::move(after));
}

Transition receiptWanted(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.submitted = state.unfinished->withoutReceipt;
    after.item = after.submitted->content.item;
    after.theme.reset();
    after.parts.clear();
    after.unfinished.reset();
    after.draft.reset();
    after.print = PrintPhase::Printing;
    const PrintReceipt print{*after.submitted};
    Transition onward = moved(std::move(after), Step::Receipt, {print});
    onward.state.busy = true;
    return onward;
}

} // namespace

Outcome atIdentify(const ServiceState &state, const ServiceEvent &event)
{
    const bool knowsCard = state.draft.has_value();
    const Knows table{
        [&](const CardWasRead &read) -> Outcome {
            return state.busy && !knowsCard ? Outcome(cardRead(state, read)) : std::nullopt;
        },
        [&](const UnfinishedFound &found) -> Outcome {
            return state.busy && knowsCard ? Outcome(unfinishedFound(state, found.unfinished)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome { return state.busy ? std::nullopt : Outcome(readAgain(state)); },
        [&](const HelpWanted &wanted) -> Outcome { return knowsCard ? std::nullopt : helpWanted(state, wanted); },
        [&](const Backward &) -> Outcome { return identityLeft(state); },
    };
    return std::visit(table, event);
}

Outcome atResume(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const DraftContinued &) -> Outcome {
            return state.unfinished->draft ? Outcome(draftContinued(state)) : std::nullopt;
        },
        [&](const DraftAbandoned &) -> Outcome { return draftAbandoned(state); },
        [&](const ReceiptWanted &) -> Outcome {
            return state.unfinished->withoutReceipt ? Outcome(receiptWanted(state)) : std::nullopt;
        },
        [&](const LetterWanted &) -> Outcome {
            return state.unfinished->letter ? Outcome(letterWanted(state)) : std::nullopt;
        },
        [&](const LetterLater &) -> Outcome {
            return state.unfinished->letter ? Outcome(letterLater(state)) : std::nullopt;
        },
        [&](const Backward &) -> Outcome { return backToGuide(state); },
        [&](const TriedAgain &) -> Outcome { return stayed(afterPerson(state)); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

Outcome atNotEligible(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Forward &) -> Outcome { return formBegun(afterPerson(state)); },
        [&](const Backward &) -> Outcome { return backToGuide(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome { return stayed(afterPerson(state)); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
