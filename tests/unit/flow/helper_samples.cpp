// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: a helper before the card, an applicant without one, and the sheet for a mark.
#include "app/core/domain/assisted_case.h"
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QDate today(2024, 11, 21);
const QDateTime now(today, QTime(8, 30), Qt::UTC);
const QUuid draftId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));
const QUuid olderId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000002"));

ServiceState at(Step step)
{
    ServiceState state;
    state.step = step;
    state.item = allowanceItem();
    state.today = today;
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

ServiceState helping(bool cardless)
{
    ServiceState state = at(Step::Helping);
    state.cardless = cardless;
    return state;
}

ServiceState atHelperCard(domain::HelperRole role, bool cardless)
{
    ServiceState state = at(Step::HelperCard);
    state.role = role;
    state.cardless = cardless;
    return state;
}

ServiceState beside(Step step, domain::HelperRole role)
{
    ServiceState state = at(step);
    state.beside = HelperHere{.helper = {.card = helperCard(), .role = role}, .draftId = draftId, .nowUtc = now};
    state.cardless = step == Step::Naming;
    return state;
}

ServiceState naming(domain::HelperRole role, int page)
{
    ServiceState state = beside(Step::Naming, role);
    state.formPage = page;
    if (page > 0)
        state.naming.insert(domain::namingFields().front().key, Secret(QStringLiteral("欧阳秀英")));
    return state;
}

ServiceState withDraft(Step step, const domain::CaseDraft &draft)
{
    ServiceState state = at(step);
    state.draft = draft;
    return state;
}

ServiceState sheet(PrintPhase phase)
{
    ServiceState state = withDraft(Step::MarkSheet, helpedDraft(domain::Assurance::Card, domain::HelperRole::Relative));
    state.print = phase;
    state.busy = phase == PrintPhase::Printing;
    return state;
}

ServiceState sheetAt(Step step, bool isBusy)
{
    ServiceState state = sheet(PrintPhase::None);
    state.step = step;
    state.material = domain::markSheet;
    state.busy = isBusy;
    if (step == Step::PageReview)
        state.captured = {somePage()};
    return state;
}

ServiceState missingWithoutCard()
{
    ServiceState state =
        withDraft(Step::Missing, helpedDraft(domain::Assurance::Document, domain::HelperRole::Relative));
    state.material = domain::helperPapers;
    state.draft->pages.remove(state.material);
    return state;
}

ServiceState askedByHelper()
{
    ServiceState state = libraryState(LibraryAsking::No);
    domain::takeStanding(*state.draft, {.applicant = domain::namedPerson(QStringLiteral("欧阳秀英"), oldCard().idNumber.reveal()),
                                        .assurance = domain::Assurance::Vouched,
                                        .helper = domain::Helper{helperCard(), domain::HelperRole::Cadre}});
    return state;
}

ServiceState resumable()
{
    ServiceState state =
        withDraft(Step::Resume, helpedDraft(domain::Assurance::Vouched, domain::HelperRole::Cadre));
    state.unfinished = ports::Unfinished{};
    state.unfinished->draft = helpedDraft(domain::Assurance::Vouched, domain::HelperRole::Cadre);
    state.unfinished->draft->id = olderId;
    return state;
}

ServiceState keptForHelper()
{
    ServiceState state;
    state.step = Step::Kept;
    state.keptUntil = today.addDays(draftKeptDays);
    state.keptForHelper = true;
    return state;
}

} // namespace

domain::IdCard helperCard()
{
    domain::IdCard card = youngCard();
    card.name = Secret(QStringLiteral("田小军"));
    card.idNumber = Secret(QStringLiteral("11010519491231002X"));
    return card;
}

domain::CaseDraft helpedDraft(domain::Assurance assurance, domain::HelperRole role)
{
    domain::CaseDraft draft = fullDraft();
    const domain::IdCard applicant =
        assurance == domain::Assurance::Card
            ? oldCard()
            : domain::namedPerson(QStringLiteral("欧阳秀英"), oldCard().idNumber.reveal());
    domain::takeStanding(draft, {.applicant = applicant,
                                 .assurance = assurance,
                                 .helper = domain::Helper{.card = helperCard(), .role = role}});
    if (assurance == domain::Assurance::Document)
        draft.pages.insert(domain::helperPapers, {somePage()});
    return draft;
}

std::vector<NamedState> helperStates()
{
    using domain::Assurance;
    using domain::HelperRole;
    ServiceState known =
        busy(withDraft(Step::Identify, helpedDraft(Assurance::Vouched, HelperRole::Staff)));
    known.beside = beside(Step::Identify, HelperRole::Staff).beside;
    known.cardless = true;
    return {
        {"Helping", helping(false)},
        {"Helping cardless", helping(true)},
        {"Helping in trouble", troubled(helping(true), ErrorKind::NotEligible)},
        {"HelperCard", busy(atHelperCard(HelperRole::Relative, false))},
        {"HelperCard cardless", busy(atHelperCard(HelperRole::Cadre, true))},
        {"HelperCard in trouble", troubled(atHelperCard(HelperRole::Volunteer, false), ErrorKind::CardLifted)},
        {"Identify helped", busy(beside(Step::Identify, HelperRole::Relative))},
        {"Identify helped by a volunteer", busy(beside(Step::Identify, HelperRole::Volunteer))},
        {"Identify helper's card again", troubled(beside(Step::Identify, HelperRole::Cadre), ErrorKind::CardNotTheSame)},
        {"Identify named", known},
        {"Naming", naming(HelperRole::Relative, 0)},
        {"Naming number", naming(HelperRole::Staff, 1)},
        {"Naming in trouble", troubled(naming(HelperRole::Staff, 1), ErrorKind::CardNotTheSame)},
        {"Materials papers of a relative",
         withDraft(Step::Materials, helpedDraft(Assurance::Document, HelperRole::Relative))},
        {"Materials library closed", askedByHelper()},
        {"Missing papers of a relative", missingWithoutCard()},
        {"Resume by helper", resumable()},
        {"Signature helped", withDraft(Step::Signature, helpedDraft(Assurance::Vouched, HelperRole::Cadre))},
        {"MarkSheet printing", sheet(PrintPhase::Printing)},
        {"MarkSheet", sheet(PrintPhase::Confirmed)},
        {"MarkSheet asking", sheet(PrintPhase::Asking)},
        {"MarkSheet failed", troubled(sheet(PrintPhase::Failed), ErrorKind::PaperOut)},
        {"Capture of the sheet", sheetAt(Step::Capture, true)},
        {"PageReview of the sheet", sheetAt(Step::PageReview, false)},
        {"Kept for a helper", keptForHelper()},
    };
}

QString unsoundHelp(const ServiceState &state)
{
    const bool mayBeHelping = state.step == Step::Identify || state.step == Step::Helping ||
                              state.step == Step::HelperCard || state.step == Step::Naming;
    if (state.cardless && !mayBeHelping)
        return QStringLiteral("a card is missing where nobody asks for one");
    if ((state.step == Step::HelperCard) != state.role.has_value())
        return QStringLiteral("a role belongs to HelperCard");
    if (state.beside ? state.step != Step::Identify && state.step != Step::Naming : state.step == Step::Naming)
        return QStringLiteral("a helper without a draft belongs to Identify and Naming");
    if (!state.naming.isEmpty() && state.step != Step::Naming)
        return QStringLiteral("a name that nobody asked for");
    if (state.keptForHelper && state.step != Step::Kept)
        return QStringLiteral("kept for a helper, and not kept");
    if (!state.draft)
        return {};
    const domain::CaseDraft &draft = *state.draft;
    if (draft.assurance != domain::Assurance::Card && !draft.helper)
        return QStringLiteral("an applicant whom nobody answers for");
    if (draft.helper && draft.helper->card.idNumber == draft.applicant.idNumber)
        return QStringLiteral("somebody helps themselves");
    if (draft.isMark && (!draft.signature || !draft.helper))
        return QStringLiteral("a mark without a sheet or a witness");
    const bool asksPapers = draft.item.material(domain::helperPapers) != nullptr;
    if (asksPapers != (draft.assurance == domain::Assurance::Document))
        return QStringLiteral("papers of a relative belong to who was named by one");
    return {};
}

} // namespace tongban::tests
