// SPDX-License-Identifier: GPL-3.0-or-later
// 请%1刷证: whoever else the case is about lays down their own card, before anything is asked about them.
#include "app/core/domain/case_parties.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

bool isHereAlready(const domain::CaseDraft &draft, const domain::IdCard &card)
{
    if (draft.applicant.idNumber == card.idNumber)
        return true;
    for (const domain::PresentParty &party : draft.parties) {
        if (party.card.idNumber == card.idNumber)
            return true;
    }
    return false;
}

Transition cardOfParty(const ServiceState &state, const CardWasRead &read)
{
    if (domain::expiredAt(read.card, read.today))
        return troubled(state, ErrorKind::CardExpired);
    if (isHereAlready(*state.draft, read.card))
        return troubled(state, ErrorKind::CardNotTheSame);
    ServiceState after = state;
    after.trouble.reset();
    domain::CaseDraft &draft = *after.draft;
    domain::IdCard card = read.card;
    draft.parties.insert(state.party, {.card = card});
    draft.answers = domain::prefilled(draft.item, domain::sourcesOf(draft), draft.answers);
    domain::unsign(draft);
    const SaveDraft save = savePoint(after);
    return atFirstFormPage(std::move(after), {save});
}

Transition absent(const ServiceState &state)
{
    return moved(afterPerson(state), Step::Missing, {StopDevices{}});
}

} // namespace

Outcome atParty(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const CardWasRead &read) -> Outcome {
            return state.busy ? Outcome(cardOfParty(state, read)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome {
            return state.busy ? std::nullopt : Outcome(askingParty(afterPerson(state)));
        },
        [&](const PartyAbsent &) -> Outcome { return absent(state); },
        [&](const Backward &) -> Outcome { return beforeForm(state, {StopDevices{}}); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
