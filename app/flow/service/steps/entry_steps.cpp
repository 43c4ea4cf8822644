// SPDX-License-Identifier: GPL-3.0-or-later
// 欢迎, 首页, 办事指南, 情形, and the farewell: nothing is held here that says who the person is.
#include "app/core/domain/case_parties.h"
#include "app/flow/service/steps/steps.h"

#include <algorithm>

namespace tongban::flow {

Outcome atAttract(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Touched &) -> Outcome { return moved(afterPerson(state), Step::Home); },
    };
    return std::visit(table, event);
}

namespace {

// Durable from here on: who is interrupted finds it again with the card.
Outcome supplementBegun(const ServiceState &state, const SupplementBegun &begun)
{
    if (!begun.draft.supplement)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.item = begun.draft.item;
    after.draft = begun.draft;
    after.today = begun.today;
    const SaveDraft save = savePoint(after);
    return atFirstOpenPlace(std::move(after), {save});
}

} // namespace

Outcome atHome(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const SupplementBegun &begun) -> Outcome { return supplementBegun(state, begun); },
        [&](const ItemChosen &chosen) -> Outcome {
            ServiceState after = afterPerson(state);
            after.item = chosen.item;
            after.closed = chosen.closed;
            return moved(std::move(after), Step::Guide);
        },
    };
    return std::visit(table, event);
}

namespace {

// Of a theme, first, which of its parts; all of them unless somebody has said otherwise.
Transition begun(ServiceState after)
{
    if (after.item->parts.empty())
        return situationsBegun(std::move(after));
    after.theme = after.item;
    if (after.parts.isEmpty()) {
        for (const domain::ServiceItem &part : after.theme->parts)
            after.parts << part.code;
    }
    return moved(std::move(after), Step::Parts);
}

} // namespace

Outcome atGuide(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Forward &) -> Outcome { return state.closed ? std::nullopt : Outcome(begun(afterPerson(state))); },
        [&](const ItemChosen &again) -> Outcome { // never the other way: whoever reads goes on reading
            ServiceState after = state;
            after.closed = false;
            return state.closed && !again.closed && again.item.code == state.item->code
                       ? Outcome(stayed(std::move(after)))
                       : std::nullopt;
        },
        [&](const SlipWanted &) -> Outcome {
            ServiceState after = afterPerson(state);
            after.slipWanted = true;
            return begun(std::move(after));
        },
        [&](const Backward &) -> Outcome {
            ServiceState after = afterPerson(state);
            after.item.reset();
            after.closed = false;
            after.parts.clear();
            after.situations.clear();
            return moved(std::move(after), Step::Home);
        },
    };
    return std::visit(table, event);
}

namespace {

const domain::FormField &questionOf(const ServiceState &state)
{
    return state.item->situations.at(static_cast<size_t>(state.formPage)).field;
}

// Others have to be there who cannot be by their card: nobody knows how many, or a company.
bool asksWhomNoCardBrings(const ServiceState &state)
{
    const auto parties = domain::askedParties(*state.item, state.situations);
    return std::any_of(parties.begin(), parties.end(),
                       [](const domain::Party *party) { return !domain::comesByCard(*party); });
}

Outcome situationAnswered(const ServiceState &state, const AnswerGiven &given)
{
    const domain::FormField &question = questionOf(state);
    if (given.field != question.key)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.situations.insert(given.field, given.value);
    if (given.value.reveal().isEmpty())
        after.situations.remove(given.field);
    after.situations = domain::withoutHidden(*after.item, after.situations);
    return stayed(std::move(after));
}

Transition situationDone(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const domain::FormField &question = questionOf(state);
    if (!domain::validate(question, after.situations.value(question.key).reveal(), after.today))
        return troubled(std::move(after), ErrorKind::InputInvalid, question.key);
    const auto next = domain::situationAfter(*after.item, after.formPage, after.situations);
    if (!next && after.slipWanted)
        return printingSlip(std::move(after));
    if (!next && asksWhomNoCardBrings(after)) // told before anybody has laid down a card in vain
        return troubled(std::move(after), ErrorKind::NotEligible);
    if (!next)
        return identifying(std::move(after));
    after.formPage = *next;
    return stayed(std::move(after));
}

Transition situationLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const auto before = domain::situationBefore(*after.item, after.formPage, after.situations);
    after.formPage = before.value_or(0);
    if (before)
        return stayed(std::move(after));
    if (after.theme)
        return moved(std::move(after), Step::Parts);
    after.slipWanted = false;
    return moved(std::move(after), Step::Guide);
}

} // namespace

Outcome atSituation(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const AnswerGiven &given) -> Outcome { return situationAnswered(state, given); },
        [&](const Forward &) -> Outcome { return situationDone(state); },
        [&](const Backward &) -> Outcome { return situationLeft(state); },
        [&](const TriedAgain &) -> Outcome { // closed here, but what to bring elsewhere can be had on paper
            const bool isClosed = state.trouble && state.trouble->kind == ErrorKind::NotEligible;
            return isClosed ? Outcome(printingSlip(afterPerson(state))) : std::nullopt;
        },
    };
    return std::visit(table, event);
}

Outcome atFarewell(const ServiceState &, const ServiceEvent &event)
{
    const Knows table{
        [](const FarewellOver &) -> Outcome { return Transition{}; },
        [](const Touched &) -> Outcome { return Transition{}; }, // the next person is in a hurry
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
