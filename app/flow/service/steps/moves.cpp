// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/steps/moves.h"

#include "app/core/domain/form_engine.h"

namespace tongban::flow {

ServiceState afterPerson(const ServiceState &state)
{
    ServiceState after = state;
    after.trouble.reset();
    after.idleWarning = false;
    return after;
}

Transition moved(ServiceState state, Step step, std::vector<ServiceEffect> effects)
{
    state.step = step;
    state.busy = false;
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
    ServiceState after;
    after.item = state.item;
    return moved(std::move(after), Step::Guide, std::move(effects));
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
    return !domain::firstOpenPage(draft.item, draft.answers, today) && hasRequiredScans(draft) &&
           draft.signature.has_value();
}

Transition identifying(ServiceState state)
{
    Transition onward = moved(std::move(state), Step::Identify, {ReadCard{}});
    onward.state.busy = true;
    return onward;
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

ServiceState atFirstOpenPlace(ServiceState state)
{
    const domain::CaseDraft &draft = *state.draft;
    state.busy = false;
    if (const auto page = domain::firstOpenPage(draft.item, draft.answers, state.today)) {
        state.formPage = *page;
        state.step = Step::Form;
    } else if (!hasRequiredScans(draft)) {
        state.step = Step::Materials;
    } else {
        state.step = draft.signature ? Step::Review : Step::Signature;
    }
    return state;
}

ServiceState atLastFormPage(ServiceState state)
{
    const auto &item = state.draft->item;
    const auto last = domain::pageBefore(item, static_cast<int>(item.pages.size()), state.draft->answers);
    state.formPage = last.value_or(0);
    state.step = Step::Form;
    return state;
}

SaveDraft savePoint(const ServiceState &state)
{
    return SaveDraft{*state.draft};
}

} // namespace tongban::flow
