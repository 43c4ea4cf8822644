// SPDX-License-Identifier: GPL-3.0-or-later
// 填表. What is typed stands in the draft at once, right or wrong; it is judged when the person wants to go on.
#include "app/core/domain/case_parties.h"
#include "app/core/domain/phone_check.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

const domain::FormPage &pageOf(const ServiceState &state)
{
    return state.draft->item.pages.at(static_cast<size_t>(state.formPage));
}

Outcome answered(const ServiceState &state, const AnswerGiven &given)
{
    const domain::ServiceItem &item = state.draft->item;
    const domain::FormField *field = item.field(given.field);
    const bool isAsked =
        field && pageOf(state).fields.contains(given.field) && domain::isVisible(item, *field, state.draft->answers);
    if (!isAsked || !domain::valueFromCards(*field, *state.draft).isEmpty())
        return std::nullopt;
    ServiceState after = afterPerson(state);
    auto &answers = after.draft->answers;
    if (given.value.reveal().isEmpty())
        answers.remove(given.field);
    else
        answers.insert(given.field, given.value);
    answers = domain::withoutHidden(item, answers);
    answers =
        domain::prefilled(item, domain::sourcesOf(*state.draft), answers); // has come into sight, and a card knows
    if (answers != state.draft->answers)
        domain::unsign(*after.draft); // it stood under other answers
    domain::dropStaleConfirmations(*after.draft);
    if (after.phone.field == given.field && answers.value(given.field) != state.draft->answers.value(given.field))
        after.phone = {}; // a code is for the number to which it was sent
    // A number half typed is not worth a write to the disk.
    const bool isWorthSaving =
        given.value.reveal().isEmpty() || domain::validate(*field, given.value.reveal(), state.today);
    if (!isWorthSaving || answers == state.draft->answers)
        return stayed(std::move(after));
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Transition pageLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.phone = {};
    if (const auto page = domain::pageBefore(after.draft->item, after.formPage, after.draft->answers)) {
        after.formPage = *page;
        return stayed(std::move(after));
    }
    return beforeForm(state);
}

} // namespace

Transition formPageDone(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const domain::CaseDraft &draft = *after.draft;
    if (const auto open = domain::firstOpenField(draft.item, pageOf(after), draft.answers, after.today))
        return troubled(std::move(after), ErrorKind::InputInvalid, *open);
    if (const auto page = domain::pageAfter(draft.item, after.formPage, draft.answers)) {
        after.formPage = *page;
        after.phone = {};
        return stayed(std::move(after));
    }
    return moved(after, asksMaterials(draft) ? Step::Materials : Step::Signature);
}

Transition savedAgain(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const bool saveFailed = state.trouble && remedyFor(state.trouble->kind) != Remedy::VillagerRetries;
    if (!saveFailed)
        return stayed(std::move(after));
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Outcome atForm(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const AnswerGiven &given) -> Outcome { return answered(state, given); },
        [&](const Forward &) -> Outcome { return formPageDone(state); },
        [&](const Backward &) -> Outcome { return pageLeft(state); },
        [&](const PhoneCodeWanted &wanted) -> Outcome { return phoneCodeWanted(state, wanted.field); },
        [&](const PhoneCodeSent &sent) -> Outcome { return phoneCodeSent(state, sent); },
        [&](const PhoneTooSoon &answer) -> Outcome { return phoneTooSoon(state, answer); },
        [&](const PhoneSilent &) -> Outcome { return phoneSilent(state); },
        [&](const PhoneWaitOver &) -> Outcome { return phoneWaitOver(state); },
        [&](const TriedAgain &) -> Outcome { return savedAgain(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
