// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/steps/moves.h"

#include "app/core/domain/case_parties.h"

#include <utility>

namespace tongban::flow {

ServiceState afterPerson(const ServiceState &state)
{
    ServiceState after = state;
    after.trouble.reset();
    after.phone.word = PhoneCheck::Word::None;
    after.idleWarning = false;
    return after;
}

Transition moved(ServiceState state, Step step, std::vector<ServiceEffect> effects)
{
    state.step = step;
    state.busy = false;
    state.library = LibraryAsking::No; // whoever has gone on has it deferred
    state.phone = {};                  // and a number unverified
    return Transition{std::move(state), std::move(effects)};
}

Transition stayed(ServiceState state, std::vector<ServiceEffect> effects)
{
    return Transition{std::move(state), std::move(effects)};
}

Transition troubled(ServiceState state, ErrorKind kind, const QString &field)
{
    state.trouble = Trouble{kind, field};
    state.busy = false;
    return Transition{std::move(state), {}};
}

Transition ended(const QString &reason, std::vector<ServiceEffect> before)
{
    before.push_back(Wipe{reason});
    ServiceState nobody;
    nobody.step = Step::Farewell;
    return Transition{std::move(nobody), std::move(before)};
}

Transition backToGuide(const ServiceState &state, std::vector<ServiceEffect> effects)
{
    if (isSupplement(state)) // no guide led to it
        return moved(ServiceState{}, Step::Home, std::move(effects));
    ServiceState after;
    after.item = state.item;
    after.theme = state.theme;
    after.parts = state.parts;
    Transition onward = atGuideOf(std::move(after));
    onward.effects = std::move(effects);
    return onward;
}

Transition atGuideOf(ServiceState state)
{
    if (state.theme)
        state.item = std::exchange(state.theme, std::nullopt);
    state.situations = domain::withoutHidden(*state.item, state.situations);
    return moved(std::move(state), Step::Guide);
}

Transition situationsBegun(ServiceState state)
{
    const auto first = domain::situationAfter(*state.item, -1, state.situations);
    if (!first)
        return state.slipWanted ? printingSlip(std::move(state)) : identifying(std::move(state));
    state.formPage = *first;
    return moved(std::move(state), Step::Situation);
}

std::vector<catalogue::MaterialLine> materialLines(const domain::CaseDraft &draft)
{
    return catalogue::resolveMaterials(draft);
}

bool asksMaterials(const domain::CaseDraft &draft)
{
    return !domain::askedMaterials(draft.item, draft.answers).empty();
}

bool hasRequiredScans(const domain::CaseDraft &draft)
{
    return catalogue::isComplete(materialLines(draft));
}

bool isComplete(const domain::CaseDraft &draft, QDate today)
{
    return !domain::missingParty(draft) && !domain::firstOpenPage(draft.item, draft.answers, today) &&
           hasRequiredScans(draft) && !domain::missingSigner(draft);
}

Transition identifying(ServiceState state, std::vector<ServiceEffect> effects)
{
    effects.emplace_back(ReadCard{});
    Transition onward = moved(std::move(state), Step::Identify, std::move(effects));
    onward.state.busy = true;
    return onward;
}

std::vector<ServiceEffect> askedOf(const domain::CaseDraft &draft)
{
    std::vector<ServiceEffect> effects;
    if (draft.helper)
        effects.emplace_back(RecordHelp{draft});
    effects.emplace_back(FindUnfinished{draft.applicant});
    return effects;
}

Transition draftMade(ServiceState state, domain::Standing standing, const QUuid &id, const QDateTime &nowUtc)
{
    if (state.beside)
        standing.helper = state.beside->helper;
    state.trouble.reset();
    state.draft = domain::CaseDraft{
        .id = id,
        .item = *state.item,
        .applicant = standing.applicant,
        .startedAt = nowUtc,
        .appliesAgainstAdvice = domain::brokenRule(*state.item, standing.applicant, state.today, standing.residence) != nullptr,
        .residence = standing.residence,
        .answers = domain::prefilled(*state.item, standing.applicant, state.situations),
        .pages = {},
        .signature = {}};
    domain::takeStanding(*state.draft, standing);
    std::vector<ServiceEffect> effects = askedOf(*state.draft);
    Transition onward = moved(std::move(state), Step::Identify, std::move(effects));
    onward.state.busy = true; // until the store has said what it knows of this person
    return onward;
}

ServiceState withDraftOnly(ServiceState state)
{
    state.situations.clear();
    state.cardless = false;
    state.role.reset();
    state.beside.reset();
    state.naming.clear();
    return state;
}

Transition signedOn(ServiceState state, std::vector<ServiceEffect> effects)
{
    const auto next = domain::missingSigner(*state.draft);
    state.party = next.value_or(QString());
    return moved(std::move(state), next ? Step::Signature : Step::Review, std::move(effects));
}

Transition printingSlip(ServiceState state)
{
    const PrintSlip print{*state.item, state.situations};
    state.slipWanted = false;
    state.formPage = 0;
    state.print = PrintPhase::Printing;
    state.paperDenied = false;
    Transition onward = moved(std::move(state), Step::Slip, {print});
    onward.state.busy = true;
    return onward;
}

Transition askingParty(ServiceState state, std::vector<ServiceEffect> effects)
{
    effects.emplace_back(ReadCard{});
    Transition onward = moved(std::move(state), Step::Party, std::move(effects));
    onward.state.busy = true;
    return onward;
}

Transition atFirstFormPage(ServiceState state, std::vector<ServiceEffect> effects)
{
    if (const domain::Party *missing = domain::missingParty(*state.draft)) {
        state.party = missing->key;
        return askingParty(std::move(state), std::move(effects));
    }
    state.party.clear();
    state.formPage = domain::pageAfter(state.draft->item, -1, state.draft->answers).value_or(0);
    return moved(std::move(state), Step::Form, std::move(effects));
}

Transition beforeForm(const ServiceState &state, std::vector<ServiceEffect> effects)
{
    if (!state.draft->appliesAgainstAdvice)
        return backToGuide(state, std::move(effects));
    ServiceState after = afterPerson(state);
    after.party.clear();
    return moved(std::move(after), Step::NotEligible, std::move(effects));
}

Transition atFirstOpenPlace(ServiceState state, std::vector<ServiceEffect> effects)
{
    const domain::CaseDraft &draft = *state.draft;
    if (domain::missingParty(draft))
        return atFirstFormPage(std::move(state), std::move(effects));
    state.busy = false;
    state.party.clear();
    if (const auto page = domain::firstOpenPage(draft.item, draft.answers, state.today)) {
        state.formPage = *page;
        state.step = Step::Form;
    } else if (!hasRequiredScans(draft)) {
        state.step = Step::Materials;
    } else {
        const auto signer = domain::missingSigner(draft);
        state.party = signer.value_or(QString());
        state.step = signer ? Step::Signature : Step::Review;
    }
    return stayed(std::move(state), std::move(effects));
}

Transition continued(ServiceState state, domain::CaseDraft draft, const domain::IdCard &holder)
{
    draft.applicant = holder; // the card on the reader is the newest word on its holder
    for (const QString &material : draft.later.keys()) {
        if (draft.later.value(material) >= state.today)
            continue;
        draft.later.remove(material);
        domain::unsign(draft);
    }
    if (draft.library) { // of another day: asked anew
        draft.library.reset();
        domain::unsign(draft);
    }
    state.away = QUuid();
    state.item = draft.item;
    state.theme.reset();
    state.parts.clear();
    state.draft = std::move(draft);
    const SaveDraft save = savePoint(state);
    return atFirstOpenPlace(std::move(state), {save});
}

bool isSupplement(const ServiceState &state)
{
    return (state.draft && state.draft->supplement) || (state.submitted && state.submitted->content.supplement);
}

Transition afterMaterials(ServiceState state, std::vector<ServiceEffect> effects)
{
    const Step next = domain::signersOf(*state.draft).isEmpty() ? Step::Review : Step::Signature;
    return moved(std::move(state), next, std::move(effects));
}

Transition beforeMaterials(const ServiceState &state)
{
    if (state.draft->item.pages.empty())
        return beforeForm(state);
    return stayed(atLastFormPage(afterPerson(state)));
}

ServiceState atLastFormPage(ServiceState state)
{
    const auto &item = state.draft->item;
    const auto last = domain::pageBefore(item, static_cast<int>(item.pages.size()), state.draft->answers);
    state.formPage = last.value_or(0);
    state.step = Step::Form;
    state.library = LibraryAsking::No;
    return state;
}

SaveDraft savePoint(const ServiceState &state)
{
    return SaveDraft{*state.draft};
}

} // namespace tongban::flow
