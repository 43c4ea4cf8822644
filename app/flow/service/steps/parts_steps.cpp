// SPDX-License-Identifier: GPL-3.0-or-later
// 一起办哪几样: of a theme only what is wanted goes on, with the questions, papers and words of that alone.
#include "app/core/domain/theme_cases.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Outcome answered(const ServiceState &state, const AnswerGiven &given)
{
    if (given.field != partsField)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.parts.clear();
    const QStringList wanted = given.value.reveal().split(u',');
    for (const domain::ServiceItem &part : state.theme->parts) {
        if (wanted.contains(part.code))
            after.parts << part.code;
    }
    return stayed(std::move(after));
}

Transition chosen(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (after.parts.isEmpty())
        return troubled(std::move(after), ErrorKind::InputInvalid, partsField);
    auto form = domain::formOfParts(*after.theme, after.parts);
    if (!form)
        return troubled(std::move(after), form.error().kind);
    after.item = *std::move(form);
    after.situations = domain::withoutHidden(*after.item, after.situations);
    return situationsBegun(std::move(after));
}

Transition left(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.slipWanted = false;
    return atGuideOf(std::move(after));
}

} // namespace

Outcome atParts(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const AnswerGiven &given) -> Outcome { return answered(state, given); },
        [&](const Forward &) -> Outcome { return chosen(state); },
        [&](const Backward &) -> Outcome { return left(state); },
        [&](const TriedAgain &) -> Outcome { return stayed(afterPerson(state)); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
