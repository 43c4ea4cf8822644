// SPDX-License-Identifier: GPL-3.0-or-later
// The villager's journey as a pure function: next(state, event) -> state and effects. No I/O, no clock, no thread; the
// controller in app/view carries the effects out and feeds their answers back as events.
//
//   Attract → Home → Guide → [Parts] → Situation* → Identify → [Resume] → [NotEligible] → Form* → Materials ⇄ (Capture → PageReview)
//           → Signature → Review → Submitting → Receipt → Rating → Farewell → Attract
//                    Guide → [Parts] → Situation* → Slip → Guide: the list of materials on paper, without log-in
//   Identify ⇄ Helping → HelperCard → Identify | Naming → Identify: 帮办代办; Signature ⇄ MarkSheet → Capture → PageReview
//   before the form, where the item asks for others too: Party* (each lays down their own card)
//   Materials, Party ⇄ Missing → Away → (the same card) Materials | (anybody else) Home | (too long) Farewell
//                       → Kept → Attract
//
// 补正: Home → (Form* → Materials ⇄ … as above, with nothing but what the office's letter wants) → [Signature] → Review
//           → Submitting → Receipt → Farewell. Begun in the room 查进度, by a draft that says which letter it answers; at
//           Materials one thing a page until all are there. Who has corrected no answer signs nothing.
//
// The situations are asked before anybody says who they are; their answers become answers of the draft with the card.
//
// Forward at Signature goes on with the signature that the draft has (the person came back by 上一步).
//
//                    Form ⇄ PhoneCode: the code that the city sent to the number in the field; it may be left at any moment
//
// An event that a step does not know changes nothing. Whatever way a session ends (done, start over, idle, fault) it
// passes through the effect Wipe.
#pragma once

#include "app/core/base/error.h"
#include "app/core/domain/case_draft.h"
#include "app/core/domain/form_engine.h"
#include "app/core/ports/case_store.h"
#include "app/core/ports/receipt_printer.h"

#include <QDate>

#include <optional>
#include <variant>
#include <vector>

namespace tongban::flow {

enum class Step {
    Attract,     // 欢迎
    Home,        // 首页
    Guide,       // 办事指南
    Parts,       // 一起办哪几样: which items of a theme
    Situation,   // 情形, one question at a time, without log-in
    Slip,        // 材料清单 on paper (一次性告知单), without log-in
    Identify,    // 刷证
    Helping,     // 谁帮您: which helper stands there
    HelperCard,  // 请帮办人刷证
    Naming,      // 本人没带证: name and number, written by the helper
    Resume,      // 有一封信给您：现在看 / 以后看；then 上次没办完：继续 / 重新填；或：补打回执
    NotEligible, // 条件不符，可仍要申请
    Party,       // 请%1刷证: another person of the case
    Form,        // 填表, one page of the form at a time
    PhoneCode,   // 输入验证码
    Materials,   // 材料清单
    Capture,     // 正在扫描
    PageReview,  // 看一看扫得清不清楚
    Missing,     // 没带, 没来: what is possible for one material, one person
    Signature,   // 签名
    MarkSheet,   // 不会写字: the sheet for mark or thumbprint is printed
    Review,      // 核对
    Submitting,  // 正在提交
    Receipt,     // 回执
    Rating,      // 评价
    Away,        // 我去找材料: a cover; nothing of the person is here
    Kept,        // 改天再来: the draft is put away
    Farewell,    // 已清除您的信息
};
inline constexpr int stepCount = static_cast<int>(Step::Farewell) + 1;

// Where somebody goes when the draft is put away.
enum class Leaving { No, ToFetch, OtherDay };

// A draft that is put away is kept so long (offline/store/retention.h).
inline constexpr int draftKeptDays = 30;

// Whether the licence library has been asked while the person looks at the list. Nobody waits for it: the list stays in
// use, and who goes on has it deferred.
enum class LibraryAsking { No, UnderWay, Silent };

// The check of a number by a code that the city sends to it. Nobody waits for it: the form stays in use, and who goes on
// leaves the number unverified.
struct PhoneCheck
{
    enum class Asking { No, Sending, Checking };
    enum class Word { None, Confirmed, Silent, TooSoon, Wrong, Gone }; // what came of it, until the person goes on

    QString field; // the number in it; empty: nothing has been asked
    Asking asking = Asking::No;
    Word word = Word::None;
    QString challenge;     // the city's name of the newest code; empty: none was sent, or it counts no more
    Secret code;           // what is typed of it
    int triesLeft = 0;     // with Word::Wrong
    bool mayAsk = true;    // the time after which another code may be asked for is over
    int waitSeconds = 0;   // that time, from the city's latest answer on
    int answers = 0;       // of the city's that set waitSeconds: each begins a new count

    [[nodiscard]] bool operator==(const PhoneCheck &) const = default;
};

enum class PrintPhase { None, Printing, Confirmed, Asking, Failed };

// Trouble::field when a signature is wanted and there is none.
inline constexpr QLatin1String signatureField("signature");
// The same when nothing of a theme is wanted; AnswerGiven::field at Parts.
inline constexpr QLatin1String partsField("parts");

// What a person is being told about something that went wrong; the words are in notice.h.
struct Trouble
{
    ErrorKind kind;
    QString field; // InputInvalid: key of the field; else empty
};

// Who helps, known by their card before there is a draft; and what a card would have brought for it.
struct HelperHere
{
    domain::Helper helper;
    QUuid draftId;
    QDateTime nowUtc;
};

struct ServiceState
{
    Step step = Step::Attract;
    bool busy = false;              // an effect of this step is under way: its page shows that and takes no "next"
    std::optional<Trouble> trouble; // shown on the step's page until the next event of the person
    bool idleWarning = false;

    std::optional<domain::ServiceItem> item; // chosen at Home, before there is a draft
    bool closed = false; // the item, for now or for good: it is told of and its list is printed, and no more
    std::optional<domain::ServiceItem> theme; // 一件事, whole: `item` is the form of the parts that are wanted
    QStringList parts;                       // of the theme: codes of the items that are wanted, in its order
    domain::Answers situations;              // before the form: given so far, nobody's yet
    bool cardless = false;                   // the applicant's card is not here; from Identify to Naming
    std::optional<domain::HelperRole> role;  // at HelperCard: as what
    std::optional<HelperHere> beside;        // at Identify and Naming; from the card on the draft has the helper
    domain::Answers naming;                  // at Naming
    bool slipWanted = false;                 // at Situation: asked for the list, not for an application
    QDate today;                             // local, of the card's reading: what bounds of dates count from
    std::optional<domain::CaseDraft> draft;
    std::optional<ports::Unfinished> unfinished; // at Resume
    int formPage = 0; // index into the item's pages, at Form; into its situations, at Situation; of namingFields(), at Naming
    QString material;                            // key, at Capture, PageReview and Missing
    QString party;                               // key, at Party, Missing and Signature; empty at Signature: the applicant
    Leaving leaving = Leaving::No;               // at Missing, from the wish on
    QUuid away;                                  // at Away: the draft that may be opened again
    std::optional<domain::IdCard> returned;      // at Away, while the store is asked for its draft
    QDate keptUntil;                             // at Kept
    bool keptForHelper = false;                  // at Kept: the applicant had no card here
    std::vector<domain::SealedPage> captured;    // at PageReview, not yet in the draft
    LibraryAsking library = LibraryAsking::No;   // at Materials
    PhoneCheck phone;                            // at Form, PhoneCode

    std::optional<domain::SubmittedCase> submitted; // whose receipt is printed
    std::vector<domain::SubmittedCase> together;    // 一件事: all its cases, each with a receipt of its own; else none
    PrintPhase print = PrintPhase::None;
    bool paperDenied = false; // the person said that no paper came out
    bool spare = false;       // the paper is a copy besides the first (副本)
    int rated = 0;            // at Rating: a level that asks for reasons; 0: none yet
    QStringList reasons;      // at Rating, of domain::evaluationReasons()
};

// --- Events: what a person did -------------------------------------------------------------------------------------
struct Touched {};                                    // anything, at Attract
struct ItemChosen { domain::ServiceItem item; bool closed = false; }; // Home; Guide: the same, open by now
struct SupplementBegun { domain::CaseDraft draft; QDate today; }; // Home: 现在补, at the letter of 查进度
struct Forward {};                                    // the primary action of the page
struct Backward {};                                   // 上一步
struct StartOver {};                                  // 重新开始, confirmed; discards the draft
struct HelpWanted { bool cardless; };                 // Identify: 有人帮我办; 没带身份证
struct HelperChosen { domain::HelperRole role; };     // Helping
struct CannotWrite {};                                // Signature: 不会写字
struct SlipWanted {};                                 // Guide: the list of materials on paper
struct AnswerGiven { QString field; Secret value; };  // Parts (codes, by commas), Naming, Situation, Form; empty value = cleared
struct PhoneCodeWanted { QString field; };            // Form: 发送验证码; PhoneCode: 没收到, once more
struct PhoneCodeTyped { Secret code; };               // PhoneCode: the digits so far
struct PhoneLater {};                                 // PhoneCode: 以后再核
struct ScanAsked { QString material; };               // Materials
struct MaterialMissing { QString material; };         // Materials: 没带
struct LibraryAgreed {};                              // Materials: 同意，现在查
struct PartyAbsent {};                                // Party: 没来
struct LaterPromised {};                              // Missing: 以后补交
struct FetchAsked {};                                 // Missing: 我去找材料
struct OtherDayAsked {};                              // Missing: 改天带来
struct PageKept {};                                   // PageReview
struct PageRetaken {};                                // PageReview
struct PageMovedUp { int page; };                     // PageReview: before the page in front of it; from 0
struct SignatureSealed { domain::SealedPage page; };  // Signature, drawn, agreed to and in the vault: goes on to Review
struct SignatureCleared {};                           // Signature
struct DraftContinued {};                             // Resume
struct ReceiptWanted {};                              // Resume
struct LetterWanted {};                               // Resume: 现在看; the errand can wait
struct LetterLater {};                                // Resume: 以后看
struct DraftAbandoned {};                             // Resume: fill in anew
struct TriedAgain {};                                 // the retry button beside a trouble
struct PaperSeen { bool cameOut; };                   // Receipt, Slip: 出来了 / 没出来
struct SpareWanted {};                                // Receipt, once the paper is out: one more, for somebody at home
struct Rated { int level; };                          // Rating, 1…5
struct ReasonToggled { QString reason; };             // Rating, after a level that asks why
struct StillHere {};                                  // idle warning answered
// --- Events: what the world answered -------------------------------------------------------------------------------
struct CardWasRead { domain::IdCard card; QUuid draftId; QDateTime nowUtc; QDate today; domain::Residence residence = domain::Residence::Unclear; };
struct UnfinishedFound { ports::Unfinished unfinished; };
struct DraftPutAway {};                               // of PutAway
struct AwayOver {};                                   // the cover has stayed its time
struct PagesSealed { std::vector<domain::SealedPage> pages; };
struct LibraryAnswered { QMap<QString, domain::HeldLicence> held; }; // by licence; of what was asked for
struct LibrarySilent {};                              // no answer in time, or none that counts
struct PhoneCodeSent { QString challenge; int waitSeconds; };
struct PhoneTooSoon { int waitSeconds; };             // the city sends, or checks, no more for so long
struct PhoneWaitOver {};                              // that time has passed
struct PhoneConfirmed { Secret token; };
struct PhoneCodeWrong { int triesLeft; };
struct PhoneCodeGone {};                              // too old, or tried too often
struct PhoneSilent {};                                // no answer in time, or none that counts
struct CaseSaved { domain::SubmittedCase submitted; std::vector<domain::SubmittedCase> others{}; };
struct StatusArrived { QUuid caseId; domain::CaseStatus status; QString projectNumber; };
struct PrintEnded { ports::PrintOutcome outcome; };
struct EffectFailed { Error error; };                 // of the effect of the present step
struct DraftNotSaved { Error error; };                // of a save point, wherever the person stands by then
struct IdleWarned {};
struct IdleExpired {};                                // the countdown ran out: keep the draft sealed, wipe
struct FarewellOver {};

using ServiceEvent =
    std::variant<Touched, ItemChosen, SupplementBegun, Forward, Backward, StartOver, HelpWanted, HelperChosen, CannotWrite, SlipWanted, AnswerGiven, PhoneCodeWanted, PhoneCodeTyped, PhoneLater, ScanAsked, MaterialMissing, LibraryAgreed, PartyAbsent, LaterPromised,
                 FetchAsked, OtherDayAsked, DraftPutAway, AwayOver, PageKept, PageRetaken, PageMovedUp, SignatureSealed, SignatureCleared, DraftContinued, ReceiptWanted, LetterWanted, LetterLater, DraftAbandoned, TriedAgain, PaperSeen,
                 SpareWanted, Rated, ReasonToggled, StillHere, CardWasRead, UnfinishedFound, PagesSealed, LibraryAnswered, LibrarySilent, PhoneCodeSent, PhoneTooSoon, PhoneWaitOver, PhoneConfirmed, PhoneCodeWrong,
                 PhoneCodeGone, PhoneSilent, CaseSaved, StatusArrived, PrintEnded,
                 EffectFailed, DraftNotSaved, IdleWarned, IdleExpired, FarewellOver>;

// --- Effects: what the controller is to do -------------------------------------------------------------------------
struct ReadCard { bool patient = false; };              // answers CardWasRead or EffectFailed; patient: while a cover stays
struct StopDevices {};                                  // the person left the page: cancel reading or scanning
struct FindUnfinished { domain::IdCard holder; };       // answers UnfinishedFound or EffectFailed
struct OpenLetters { domain::IdCard holder; };          // the room 查进度 is entered with the card that was read
struct RecordHelp { domain::CaseDraft draft; };         // who helps whom from now on, on the audit trail
struct SaveDraft { domain::CaseDraft draft; };          // save point; answers DraftNotSaved on error
struct PutAway { domain::CaseDraft draft; };            // saves; answers DraftPutAway once it is durable, or EffectFailed
struct DiscardDraft { QUuid draft; };
struct ScanPages { QUuid owner; domain::MaterialSpec material; }; // scans, seals, answers PagesSealed or EffectFailed
struct AskLibrary { QUuid draft; domain::IdCard holder; QStringList licences; }; // consent on record, then the city; answers LibraryAnswered or LibrarySilent
struct SendPhoneCode { Secret number; };                // answers PhoneCodeSent, PhoneTooSoon or PhoneSilent
struct CheckPhoneCode { Secret number; QString challenge; Secret code; }; // answers PhoneConfirmed, -CodeWrong, -CodeGone, -TooSoon or -Silent
struct SubmitDraft { domain::CaseDraft draft; };        // answers CaseSaved or EffectFailed
struct PrintReceipt { domain::SubmittedCase submitted; bool spare = false; bool again = false; }; // journal, print; answers PrintEnded or EffectFailed; again: after one that the person did not see
struct RecordPaper { QUuid caseId; bool cameOut; };     // the person's word, into the print journal
struct PrintSlip { domain::ServiceItem item; domain::Answers situations; }; // journal, print; answers as PrintReceipt
struct PrintMarkSheet { domain::CaseDraft draft; };     // journal, print; answers as PrintReceipt
struct RecordSlip { bool cameOut; };                    // the person's word on the newest slip or sheet of the session
struct SaveRating { domain::Evaluation evaluation; };
struct Wipe { QString reason; };                        // forget everything of the person: models, previews, speech

using ServiceEffect = std::variant<ReadCard, StopDevices, FindUnfinished, OpenLetters, RecordHelp, SaveDraft, PutAway, DiscardDraft, ScanPages, AskLibrary, SendPhoneCode, CheckPhoneCode, SubmitDraft,
                                   PrintReceipt, RecordPaper, PrintSlip, PrintMarkSheet, RecordSlip, SaveRating, Wipe>;

struct Transition
{
    ServiceState state;
    std::vector<ServiceEffect> effects; // in order
};

// Somebody is at it who can be forgotten: not at Attract, Away, Kept and Farewell.
[[nodiscard]] bool isSession(Step step);

// At Missing: the last day for its material if the person promises now; invalid: it may not follow.
[[nodiscard]] QDate promiseUntil(const ServiceState &state);

// At PhoneCode: the whole code is there, and there is one to compare it with.
[[nodiscard]] bool mayCheckCode(const ServiceState &state);

[[nodiscard]] Transition next(const ServiceState &state, const ServiceEvent &event);

} // namespace tongban::flow
