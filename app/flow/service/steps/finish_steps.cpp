// SPDX-License-Identifier: GPL-3.0-or-later
// 签名, 核对, 正在提交. From here to the receipt there is no way back: the case exists once the store has it.
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition signedNow(const ServiceState &state, const SignatureSealed &sealed)
{
    ServiceState after = afterPerson(state);
    after.draft->signature = sealed.page;
    const SaveDraft save = savePoint(after);
    return moved(std::move(after), Step::Review, {save});
}

Transition signatureCleared(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!after.draft->signature)
        return stayed(std::move(after));
    after.draft->signature.reset();
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Transition signatureDone(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!after.draft->signature)
        return troubled(std::move(after), ErrorKind::InputInvalid, QString(signatureField));
    return moved(std::move(after), Step::Review);
}

Transition signatureLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (asksMaterials(*after.draft))
        return moved(std::move(after), Step::Materials);
    return stayed(atLastFormPage(std::move(after)));
}

Transition submitting(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!isComplete(*after.draft, after.today))
        return stayed(atFirstOpenPlace(std::move(after)));
    const SubmitDraft submit{*after.draft};
    Transition onward = moved(std::move(after), Step::Submitting, {submit});
    onward.state.busy = true;
    return onward;
}

Transition caseSaved(const ServiceState &state, const CaseSaved &saved)
{
    ServiceState after = state;
    after.trouble.reset();
    after.draft.reset();
    after.submitted = saved.submitted;
    after.print = PrintPhase::Printing;
    after.paperDenied = false;
    Transition onward = moved(std::move(after), Step::Receipt, {PrintReceipt{saved.submitted}});
    onward.state.busy = true;
    return onward;
}

Transition submitFailed(const ServiceState &state, const Error &error)
{
    Transition back = moved(state, Step::Review);
    back.state.trouble = Trouble{error.kind, {}};
    return back;
}

} // namespace

Outcome atSignature(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const SignatureSealed &sealed) -> Outcome { return signedNow(state, sealed); },
        [&](const SignatureCleared &) -> Outcome { return signatureCleared(state); },
        [&](const Forward &) -> Outcome { return signatureDone(state); },
        [&](const Backward &) -> Outcome { return signatureLeft(state); },
        [&](const TriedAgain &) -> Outcome { return savedAgain(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

Outcome atReview(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Forward &) -> Outcome { return submitting(state); },
        [&](const TriedAgain &) -> Outcome { return submitting(state); },
        [&](const Backward &) -> Outcome { return moved(afterPerson(state), Step::Signature); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

Outcome atSubmitting(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const CaseSaved &saved) -> Outcome { return caseSaved(state, saved); },
        [&](const EffectFailed &failed) -> Outcome { return submitFailed(state, failed.error); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
