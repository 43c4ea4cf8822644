// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: the draft of an answer to a letter, where a letter is told of first, and its receipt.
#include "app/core/domain/supplement.h"
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QUuid letterId = QUuid(QStringLiteral("01934f00-0000-7000-8000-0000000000a1"));

ServiceState withSupplement(Step step, const domain::CaseDraft &draft)
{
    ServiceState state;
    state.step = step;
    state.item = draft.item;
    state.draft = draft;
    state.today = cardRead(oldCard()).today;
    return state;
}

domain::CaseDraft brought(domain::CaseDraft draft)
{
    for (const domain::MaterialSpec &material : draft.item.materials)
        draft.pages.insert(material.key, {somePage()});
    return draft;
}

ServiceState withReceiptOf(const domain::CaseDraft &draft, PrintPhase phase)
{
    ServiceState state;
    state.step = Step::Receipt;
    state.item = draft.item;
    state.submitted = submittedCase();
    state.submitted->content = draft;
    state.print = phase;
    state.busy = phase == PrintPhase::Printing;
    return state;
}

ServiceState toldOfLetter(bool hasDraft)
{
    ServiceState state = withSupplement(Step::Resume, freshDraft());
    state.unfinished = ports::Unfinished{};
    state.unfinished->letter = ports::UnreadLetter{.caseId = submittedCase().content.id,
                                                   .notice = letterId,
                                                   .kind = ports::NoticeKind::Correction,
                                                   .itemName = allowanceItem().name};
    if (hasDraft)
        state.unfinished->draft = supplementDraft();
    return state;
}

} // namespace

domain::CaseDraft supplementDraft()
{
    domain::SubmittedCase standing = submittedCase();
    standing.content.applicant = oldCard();
    const domain::SupplementOf of{
        .caseId = standing.content.id,
        .letter = letterId,
        .caseNumber = standing.localNumber,
        .due = QDate(2024, 12, 1),
        .demands = {{.material = QStringLiteral("householdRegister"), .text = QStringLiteral("首页看不清")},
                    {.text = QStringLiteral("村里开的证明")}}};
    return domain::supplementDraft(standing, of, QUuid(QStringLiteral("01934f00-0000-7000-8000-0000000000b1")),
                                   cardRead(oldCard()).nowUtc);
}

domain::CaseDraft correctionDraft()
{
    domain::CaseDraft draft = supplementDraft();
    domain::SupplementOf of = *draft.supplement;
    of.demands.push_back({.field = QStringLiteral("phone"), .text = QStringLiteral("号码打不通")});
    domain::SubmittedCase standing = submittedCase();
    standing.content.applicant = oldCard();
    return domain::supplementDraft(standing, of, draft.id, draft.startedAt);
}

std::vector<NamedState> supplementStates()
{
    const domain::CaseDraft fresh = supplementDraft();
    const domain::CaseDraft whole = brought(fresh);
    domain::CaseDraft half = fresh;
    half.pages.insert(QStringLiteral("householdRegister"), {somePage()});
    domain::CaseDraft corrected = brought(correctionDraft());
    corrected.answers.insert(QStringLiteral("phone"), Secret(QStringLiteral("13800138000")));
    ServiceState capturing = withSupplement(Step::Capture, half);
    capturing.material = QStringLiteral("demand-2");
    capturing.busy = true;
    ServiceState reviewing = capturing;
    reviewing.step = Step::PageReview;
    reviewing.busy = false;
    reviewing.captured = {somePage()};
    ServiceState missing = withSupplement(Step::Missing, half);
    missing.material = QStringLiteral("demand-2");
    ServiceState submitting = withSupplement(Step::Submitting, whole);
    submitting.busy = true;
    ServiceState form = withSupplement(Step::Form, correctionDraft());
    return {{"Resume letter", toldOfLetter(false)},
            {"Resume letter and draft", toldOfLetter(true)},
            {"Form of a correction", form},
            {"Materials first thing", withSupplement(Step::Materials, fresh)},
            {"Materials second thing", withSupplement(Step::Materials, half)},
            {"Materials all brought", withSupplement(Step::Materials, whole)},
            {"Capture of a thing", capturing},
            {"PageReview of the last thing", reviewing},
            {"Missing a thing", missing},
            {"Signature of a correction", withSupplement(Step::Signature, corrected)},
            {"Review of a supplement", withSupplement(Step::Review, whole)},
            {"Submitting a supplement", submitting},
            {"Receipt of a supplement", withReceiptOf(whole, PrintPhase::Printing)},
            {"Receipt of a supplement asking", withReceiptOf(whole, PrintPhase::Asking)},
            {"Receipt of a supplement out", withReceiptOf(whole, PrintPhase::Confirmed)},
            {"Receipt of a supplement failed", withReceiptOf(whole, PrintPhase::Failed)}};
}

} // namespace tongban::tests
