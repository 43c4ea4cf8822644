// SPDX-License-Identifier: GPL-3.0-or-later
// 签名, 核对, 正在提交. From here to the receipt there is no way back: the case exists once the store has it.
#include "app/core/domain/case_parties.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

Transition signedNow(const ServiceState &state, const SignatureSealed &sealed)
{
    ServiceState after = afterPerson(state);
    domain::setSignature(*after.draft, after.party, sealed.page);
    const SaveDraft save = savePoint(after);
    return signedOn(std::move(after), {save});
}

Transition signatureCleared(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!domain::signatureOf(*after.draft, after.party))
        return stayed(std::move(after));
    domain::setSignature(*after.draft, after.party, std::nullopt);
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Transition signatureDone(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!domain::signatureOf(*after.draft, after.party))
        return troubled(std::move(after), ErrorKind::InputInvalid, QString(signatureField));
    return signedOn(std::move(after), {});
}

Transition signatureLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const QStringList signers = domain::signersOf(*after.draft);
    if (const auto place = signers.indexOf(after.party); place > 0) {
        after.party = signers.at(place - 1);
        return stayed(std::move(after));
    }
    if (asksMaterials(*after.draft))
        return moved(std::move(after), Step::Materials);
    return stayed(atLastFormPage(std::move(after)));
}

Transition reviewLeft(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    const QStringList signers = domain::signersOf(*after.draft);
    if (signers.isEmpty())
        return moved(std::move(after), Step::Materials);
    after.party = signers.constLast();
    return moved(std::move(after), Step::Signature);
}

Transition submitting(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    if (!isComplete(*after.draft, after.today))
        return atFirstOpenPlace(std::move(after));
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
    if (!saved.others.empty()) {
        after.together = saved.others;
        after.together.insert(after.together.begin(), saved.submitted);
    }
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
        [&](const CannotWrite &) -> Outcome { return printingSheet(state); },
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
        [&](const Backward &) -> Outcome { return reviewLeft(state); },
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
