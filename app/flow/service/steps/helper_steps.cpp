// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: who helps, by their own card; and the applicant whose card is not here, named by the helper. Nothing is kept of
// either until there is a draft.
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition readingHelper(ServiceState after)
{
    Transition onward = moved(std::move(after), Step::HelperCard, {ReadCard{}});
    onward.state.busy = true;
    return onward;
}

Transition helperChosen(const ServiceState &state, domain::HelperRole role)
{
    ServiceState after = afterPerson(state);
    if (after.cardless && !domain::assuranceThrough(role))
        return troubled(std::move(after), ErrorKind::NotEligible);
    after.role = role;
    return readingHelper(std::move(after));
}

// Alone after all.
Transition withoutHelper(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.cardless = false;
    return identifying(std::move(after));
}

Transition naming(ServiceState after, int page)
{
    after.formPage = page;
    return moved(std::move(after), Step::Naming);
}

Transition helperRead(const ServiceState &state, const CardWasRead &read)
{
    if (domain::expiredAt(read.card, read.today))
        return troubled(state, ErrorKind::CardExpired);
    ServiceState after = state;
    after.trouble.reset();
    after.today = read.today;
    after.beside = HelperHere{.helper = {.card = read.card, .role = *state.role},
                              .draftId = read.draftId,
                              .nowUtc = read.nowUtc};
    after.role.reset();
    return after.cardless ? naming(std::move(after), 0) : identifying(std::move(after));
}

Transition cardLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.role.reset();
    return moved(std::move(after), Step::Helping, {StopDevices{}});
}

const domain::FormField &askedAt(const ServiceState &state)
{
    return domain::namingFields().at(static_cast<size_t>(state.formPage));
}

Outcome named(const ServiceState &state, const AnswerGiven &given)
{
    if (given.field != askedAt(state).key)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.naming.insert(given.field, given.value);
    return stayed(std::move(after));
}

Transition namingDone(const ServiceState &state)
{
    const domain::FormField &asked = askedAt(state);
    ServiceState after = afterPerson(state);
    const QString value = after.naming.value(asked.key).reveal();
    if (!domain::validate(asked, value, after.today))
        return troubled(std::move(after), ErrorKind::InputInvalid, asked.key);
    const auto &fields = domain::namingFields();
    if (state.formPage + 1 < static_cast<int>(fields.size()))
        return naming(std::move(after), state.formPage + 1);
    const HelperHere beside = *after.beside;
    const domain::IdCard person = domain::namedPerson(after.naming.value(fields.front().key).reveal(), value);
    if (person.idNumber == beside.helper.card.idNumber)
        return troubled(std::move(after), ErrorKind::CardNotTheSame);
    after.naming.clear();
    const domain::Assurance assurance = *domain::assuranceThrough(beside.helper.role);
    return draftMade(std::move(after), {.applicant = person, .assurance = assurance}, beside.draftId, beside.nowUtc);
}

// The card was in the pocket after all; or a letter of the name was wrong.
Transition namingLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (state.formPage > 0)
        return naming(std::move(after), state.formPage - 1);
    after.cardless = false;
    after.naming.clear();
    return identifying(std::move(after));
}

} // namespace

Outcome atHelping(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const HelperChosen &chosen) -> Outcome { return helperChosen(state, chosen.role); },
        [&](const TriedAgain &) -> Outcome { return stayed(afterPerson(state)); },
        [&](const Backward &) -> Outcome { return withoutHelper(state); },
    };
    return std::visit(table, event);
}

Outcome atHelperCard(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const CardWasRead &read) -> Outcome { return state.busy ? Outcome(helperRead(state, read)) : std::nullopt; },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome {
            return state.busy ? std::nullopt : Outcome(readingHelper(afterPerson(state)));
        },
        [&](const Backward &) -> Outcome { return cardLeft(state); },
    };
    return std::visit(table, event);
}

Outcome atNaming(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const AnswerGiven &given) -> Outcome { return named(state, given); },
        [&](const Forward &) -> Outcome { return namingDone(state); },
        [&](const TriedAgain &) -> Outcome { return stayed(afterPerson(state)); },
        [&](const Backward &) -> Outcome { return namingLeft(state); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
