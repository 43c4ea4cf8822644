// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QUuid draftId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));
const QUuid olderId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000002"));

} // namespace

std::vector<NamedEvent> everyEvent()
{
    domain::CaseDraft mine = fullDraft();
    mine.id = olderId;
    domain::CaseDraft strangers = mine;
    strangers.applicant = youngCard();
    const auto answer = [](const char *field, const QString &value) {
        return AnswerGiven{QString::fromLatin1(field), Secret(value)};
    };
    const QString register_ = QStringLiteral("householdRegister");
    std::vector<NamedEvent> events{
        {"Touched", Touched{}},
        {"ItemChosen", ItemChosen{allowanceItem()}},
        {"ItemChosen closed", ItemChosen{situatedItem(), true}},
        {"ItemChosen with questions", ItemChosen{situatedItem()}},
        {"ItemChosen with others", ItemChosen{itemForThree()}},
        {"ItemChosen of a theme", ItemChosen{jobTheme()}},
        {"parts none", answer("parts", {})},
        {"parts all", answer("parts", QStringLiteral("qiuzhi-dengji,shiye-dengji"))},
        {"parts one", answer("parts", QStringLiteral("qiuzhi-dengji"))},
        {"whom self", answer("whom", QStringLiteral("self"))},
        {"whom other", answer("whom", QStringLiteral("other"))},
        {"whom cleared", answer("whom", {})},
        {"closeness", answer("closeness", QStringLiteral("child"))},
        {"SupplementBegun", SupplementBegun{supplementDraft(), cardRead(oldCard()).today}},
        {"SupplementBegun of no letter", SupplementBegun{fullDraft(), cardRead(oldCard()).today}},
        {"LetterWanted", LetterWanted{}},
        {"LetterLater", LetterLater{}},
        {"ScanAsked of the letter", ScanAsked{QStringLiteral("demand-2")}},
        {"Forward", Forward{}},
        {"Backward", Backward{}},
        {"HelpWanted", HelpWanted{false}},
        {"HelpWanted without a card", HelpWanted{true}},
        {"HelperChosen relative", HelperChosen{domain::HelperRole::Relative}},
        {"HelperChosen cadre", HelperChosen{domain::HelperRole::Cadre}},
        {"HelperChosen volunteer", HelperChosen{domain::HelperRole::Volunteer}},
        {"HelperChosen staff", HelperChosen{domain::HelperRole::Staff}},
        {"CannotWrite", CannotWrite{}},
        {"named", answer("applicantName", QStringLiteral("欧阳秀英"))},
        {"number", answer("applicantNumber", oldCard().idNumber.reveal())},
        {"number of the helper", answer("applicantNumber", helperCard().idNumber.reveal())},
        {"number mistyped", answer("applicantNumber", QStringLiteral("110105194912310021"))},
        {"CardWasRead helper", cardRead(helperCard())},
        {"SlipWanted", SlipWanted{}},
        {"StartOver", StartOver{}},
        {"phone", answer("phone", QStringLiteral("13800138000"))},
        {"phone half typed", answer("phone", QStringLiteral("138"))},
        {"phone refused", answer("phone", domain::refusedAnswer)},
        {"phone cleared", answer("phone", {})},
        {"living at home", answer("living", QStringLiteral("alone"))},
        {"living in an institution", answer("living", QStringLiteral("institution"))},
        {"institution", answer("institution", QStringLiteral("town"))},
        {"payout", answer("payout", QStringLiteral("passbook"))},
        {"another name", answer("name", QStringLiteral("王五"))},
        {"no such field", answer("nothing", QStringLiteral("x"))},
        {"ScanAsked", ScanAsked{register_}},
        {"ScanAsked of nothing", ScanAsked{QStringLiteral("nothing")}},
        {"MaterialMissing", MaterialMissing{register_}},
        {"MaterialMissing of nothing", MaterialMissing{QStringLiteral("nothing")}},
        {"PartyAbsent", PartyAbsent{}},
        {"LaterPromised", LaterPromised{}},
        {"FetchAsked", FetchAsked{}},
        {"OtherDayAsked", OtherDayAsked{}},
        {"DraftPutAway", DraftPutAway{}},
        {"AwayOver", AwayOver{}},
        {"PageKept", PageKept{}},
        {"PageRetaken", PageRetaken{}},
        {"PageMovedUp", PageMovedUp{1}},
        {"PageMovedUp of nothing", PageMovedUp{0}},
        {"SignatureSealed", SignatureSealed{somePage()}},
        {"SignatureCleared", SignatureCleared{}},
        {"DraftContinued", DraftContinued{}},
        {"ReceiptWanted", ReceiptWanted{}},
        {"DraftAbandoned", DraftAbandoned{}},
        {"TriedAgain", TriedAgain{}},
        {"PaperSeen", PaperSeen{true}},
        {"PaperSeen not", PaperSeen{false}},
        {"Rated", Rated{4}},
        {"Rated nothing", Rated{0}},
        {"Rated badly", Rated{1}},
        {"ReasonToggled", ReasonToggled{QStringLiteral("slow")}},
        {"ReasonToggled of nothing", ReasonToggled{QStringLiteral("nothing")}},
        {"SpareWanted", SpareWanted{}},
        {"StillHere", StillHere{}},
        {"CardWasRead", cardRead(oldCard())},
        {"CardWasRead young", cardRead(youngCard())},
        {"CardWasRead expired", cardRead(expiredCard())},
        {"UnfinishedFound none", UnfinishedFound{}},
        {"UnfinishedFound draft", UnfinishedFound{{mine, {}}}},
        {"UnfinishedFound receipt", UnfinishedFound{{{}, submittedCase()}}},
        {"UnfinishedFound of a stranger", UnfinishedFound{{strangers, {}}}},
        {"PagesSealed", PagesSealed{{somePage(), somePage()}}},
        {"PagesSealed none", PagesSealed{}},
        {"LibraryAgreed", LibraryAgreed{}},
        {"LibraryAnswered", LibraryAnswered{{{QStringLiteral("householdRegister"),
                                              {Secret(QStringLiteral("422823105000123")), QDate(2015, 6, 1)}}}}},
        {"LibrarySilent", LibrarySilent{}},
        {"CaseSaved", CaseSaved{submittedCase()}},
        {"CaseSaved two", CaseSaved{casesTogether().front(), {casesTogether().back()}}},
        {"StatusArrived", StatusArrived{draftId, domain::CaseStatus::Accepted, QStringLiteral("P-1")}},
        {"StatusArrived of another case", StatusArrived{olderId, domain::CaseStatus::Accepted, QStringLiteral("P-2")}},
        {"PrintEnded", PrintEnded{ports::PrintOutcome::Confirmed}},
        {"PrintEnded unknown", PrintEnded{ports::PrintOutcome::Unknown}},
        {"EffectFailed card", EffectFailed{{ErrorKind::CardLifted, {}, {}}}},
        {"EffectFailed store", EffectFailed{{ErrorKind::StoreFull, {}, {}}}},
        {"EffectFailed paper", EffectFailed{{ErrorKind::PaperOut, {}, {}}}},
        {"EffectFailed cancelled", EffectFailed{{ErrorKind::Cancelled, {}, {}}}},
        {"DraftNotSaved", DraftNotSaved{{ErrorKind::StoreFull, {}, {}}}},
        {"IdleWarned", IdleWarned{}},
        {"IdleExpired", IdleExpired{}},
        {"FarewellOver", FarewellOver{}},
    };
    for (const NamedEvent &one : phoneEvents())
        events.push_back(one);
    return events;
}

} // namespace tongban::tests
