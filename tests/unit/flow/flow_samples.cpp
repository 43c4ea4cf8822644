// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/flow/flow_samples.h"

#include "app/core/domain/form_engine.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QDateTime now(QDate(2024, 11, 21), QTime(8, 30), Qt::UTC);
const QUuid draftId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));
const QUuid olderId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000002"));

ServiceState at(Step step)
{
    ServiceState state;
    state.step = step;
    if (step != Step::Attract && step != Step::Home && step != Step::Farewell)
        state.item = allowanceItem();
    return state;
}

ServiceState withDraft(Step step, const domain::CaseDraft &draft)
{
    ServiceState state = at(step);
    state.draft = draft;
    return state;
}

ServiceState onPage(int page, const domain::CaseDraft &draft)
{
    ServiceState state = withDraft(Step::Form, draft);
    state.formPage = page;
    return state;
}

ServiceState busy(ServiceState state)
{
    state.busy = true;
    return state;
}

ServiceState troubled(ServiceState state, ErrorKind kind)
{
    state.trouble = Trouble{kind, {}};
    return state;
}

ServiceState resumable(bool draft, bool receipt)
{
    ServiceState state = withDraft(Step::Resume, freshDraft());
    state.unfinished = ports::Unfinished{};
    if (draft) {
        state.unfinished->draft = fullDraft();
        state.unfinished->draft->id = olderId;
        state.unfinished->draft->signature.reset();
    }
    if (receipt)
        state.unfinished->withoutReceipt = submittedCase();
    return state;
}

ServiceState capturing(bool isBusy)
{
    ServiceState state = withDraft(Step::Capture, freshDraft());
    state.material = QStringLiteral("householdRegister");
    state.busy = isBusy;
    return state;
}

ServiceState reviewingPage()
{
    ServiceState state = capturing(false);
    state.step = Step::PageReview;
    state.captured = {somePage()};
    return state;
}

ServiceState withReceipt(Step step, PrintPhase phase)
{
    ServiceState state = at(step);
    state.submitted = submittedCase();
    state.print = phase;
    state.busy = phase == PrintPhase::Printing;
    return state;
}

// Of two cases made together, the `index`th has its receipt printed.
ServiceState ofTwo(size_t index, Step step, PrintPhase phase)
{
    ServiceState state = withReceipt(step, phase);
    state.together = casesTogether();
    state.submitted = state.together.at(index);
    return state;
}

domain::CaseDraft againstAdvice()
{
    domain::CaseDraft draft = freshDraft();
    draft.appliesAgainstAdvice = true;
    return draft;
}

} // namespace

domain::ServiceItem allowanceItem()
{
    static const domain::ServiceItem item = itemOfFile(QStringLiteral("gaoling-jintie.json"));
    return item;
}

domain::IdCard oldCard()
{
    return cardOf(QDate(1942, 3, 8), 4);
}

domain::IdCard youngCard()
{
    return cardOf(QDate(1994, 3, 8), 6);
}

domain::IdCard expiredCard()
{
    domain::IdCard card = oldCard();
    card.validTo = now.date().addDays(-1);
    return card;
}

domain::SealedPage somePage()
{
    return {.blob = QUuid(QStringLiteral("01934f00-0000-7000-8000-00000000000a")),
            .size = QSize(1200, 1600),
            .bytes = 80'000,
            .sm3 = QByteArray(32, '\x11')};
}

domain::CaseDraft freshDraft()
{
    return {.id = draftId,
            .item = allowanceItem(),
            .applicant = oldCard(),
            .startedAt = now,
            .answers = domain::prefilled(allowanceItem(), oldCard()),
            .pages = {},
            .signature = {}};
}

domain::CaseDraft fullDraft()
{
    domain::CaseDraft draft = freshDraft();
    draft.answers.insert(QStringLiteral("phone"), Secret(QStringLiteral("13800138000")));
    draft.answers.insert(QStringLiteral("living"), Secret(QStringLiteral("alone")));
    draft.answers.insert(QStringLiteral("payout"), Secret(QStringLiteral("passbook")));
    draft.pages.insert(QStringLiteral("householdRegister"), {somePage()});
    draft.signature = somePage();
    return draft;
}

domain::SubmittedCase submittedCase()
{
    return {.content = fullDraft(),
            .localNumber = QStringLiteral("K01-241121-0001"),
            .submittedAt = now,
            .projectNumber = {}};
}

std::vector<domain::SubmittedCase> casesTogether()
{
    std::vector<domain::SubmittedCase> cases{submittedCase(), submittedCase()};
    cases.back().content.id = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000003"));
    cases.back().localNumber = QStringLiteral("K01-241121-0002");
    return cases;
}

ServiceState libraryState(LibraryAsking asking)
{
    static const domain::ServiceItem item = itemOfFile(QStringLiteral("yibao-lingxing-baoxiao.json"));
    domain::CaseDraft draft = freshDraft();
    draft.item = item;
    draft.answers = domain::prefilled(item, oldCard());
    ServiceState state = withDraft(Step::Materials, draft);
    state.item = item;
    state.today = now.date();
    state.library = asking;
    return state;
}

CardWasRead cardRead(const domain::IdCard &card)
{
    return {card, draftId, now, now.date()};
}

std::vector<NamedState> everyState()
{
    ServiceState known = busy(withDraft(Step::Identify, freshDraft()));
    ServiceState denied = withReceipt(Step::Receipt, PrintPhase::Failed);
    denied.paperDenied = true;
    ServiceState spare = withReceipt(Step::Receipt, PrintPhase::Printing);
    spare.spare = true;
    ServiceState noSpare = troubled(withReceipt(Step::Receipt, PrintPhase::Failed), ErrorKind::PaperOut);
    noSpare.spare = true;
    ServiceState whyNot = withReceipt(Step::Rating, PrintPhase::Confirmed);
    whyNot.rated = 2;
    whyNot.reasons = QStringList{QStringLiteral("slow")};
    ServiceState twoPages = reviewingPage();
    twoPages.captured.push_back(somePage());
    std::vector<NamedState> states{
        {"Attract", at(Step::Attract)},
        {"Home", at(Step::Home)},
        {"Guide", at(Step::Guide)},
        {"Identify reading", busy(at(Step::Identify))},
        {"Identify in trouble", troubled(at(Step::Identify), ErrorKind::CardLifted)},
        {"Identify known", known},
        {"Identify store in trouble", troubled(withDraft(Step::Identify, freshDraft()), ErrorKind::StoreCorrupt)},
        {"Resume draft", resumable(true, false)},
        {"Resume receipt", resumable(false, true)},
        {"Resume both", resumable(true, true)},
        {"NotEligible", withDraft(Step::NotEligible, againstAdvice())},
        {"Form first page", onPage(0, freshDraft())},
        {"Form first page against advice", onPage(0, againstAdvice())},
        {"Form phone", onPage(1, freshDraft())},
        {"Form living", onPage(2, freshDraft())},
        {"Form last page", onPage(4, fullDraft())},
        {"Form unsaved", troubled(onPage(4, fullDraft()), ErrorKind::StoreFull)},
        {"Materials", withDraft(Step::Materials, freshDraft())},
        {"Materials library", libraryState(LibraryAsking::No)},
        {"Materials library asked", libraryState(LibraryAsking::UnderWay)},
        {"Materials library silent", libraryState(LibraryAsking::Silent)},
        {"Materials done", withDraft(Step::Materials, fullDraft())},
        {"Capture", capturing(true)},
        {"Capture in trouble", troubled(capturing(false), ErrorKind::PageMissing)},
        {"PageReview", reviewingPage()},
        {"PageReview of two", twoPages},
        {"Signature", withDraft(Step::Signature, freshDraft())},
        {"Signature done", withDraft(Step::Signature, fullDraft())},
        {"Review", withDraft(Step::Review, fullDraft())},
        {"Review incomplete", withDraft(Step::Review, freshDraft())},
        {"Review in trouble", troubled(withDraft(Step::Review, fullDraft()), ErrorKind::StoreFull)},
        {"Submitting", busy(withDraft(Step::Submitting, fullDraft()))},
        {"Receipt printing", withReceipt(Step::Receipt, PrintPhase::Printing)},
        {"Receipt confirmed", withReceipt(Step::Receipt, PrintPhase::Confirmed)},
        {"Receipt asking", withReceipt(Step::Receipt, PrintPhase::Asking)},
        {"Receipt failed", troubled(withReceipt(Step::Receipt, PrintPhase::Failed), ErrorKind::PaperOut)},
        {"Receipt denied", denied},
        {"Receipt first of two", ofTwo(0, Step::Receipt, PrintPhase::Printing)},
        {"Receipt first of two asking", ofTwo(0, Step::Receipt, PrintPhase::Asking)},
        {"Receipt first of two failed", troubled(ofTwo(0, Step::Receipt, PrintPhase::Failed), ErrorKind::PaperOut)},
        {"Receipt second of two", ofTwo(1, Step::Receipt, PrintPhase::Printing)},
        {"Rating", withReceipt(Step::Rating, PrintPhase::Confirmed)},
        {"Rating of two", ofTwo(1, Step::Rating, PrintPhase::Confirmed)},
        {"Receipt printing a spare", spare},
        {"Receipt without its spare", noSpare},
        {"Rating asking why", whyNot},
        {"Farewell", at(Step::Farewell)},
    };
    for (const auto &more : {questionStates(), partsStates(), leaveStates(), phoneStates(), supplementStates(), helperStates()})
        states.insert(states.end(), more.begin(), more.end());
    const size_t count = states.size();
    for (size_t i = 0; i < count; ++i) {
        NamedState warned = states[i];
        if (!isSession(warned.state.step))
            continue;
        warned.name += ", warned";
        warned.state.idleWarning = true;
        states.push_back(warned);
    }
    return states;
}

} // namespace tongban::tests
