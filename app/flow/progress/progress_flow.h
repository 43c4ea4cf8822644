// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 as a pure function: next(state, event) -> state and effects. No I/O, no clock, no thread.
//
//   Closed → Identify → [Mail] → List ⇄ Case ⇄ Letter → Closed
//            (one case only: … → Case …; Mail: 现在看 → Letter, 以后看 → as if there were none)
//            (by the code of a receipt: Identify → Case, and what is private asks for the card)
//
// A letter of correction is answered in the villager's journey (现在补): the room closes and hands over the draft.
// A room of its own beside the villager's journey (app/flow/service), which stands at its home page meanwhile: idle, start
// over and the wipe are the journey's, and end this room by Closed. Looking up changes nothing but that a letter is read.
#pragma once

#include "app/core/base/error.h"
#include "app/core/domain/scanned_code.h"
#include "app/core/ports/case_ledger.h"
#include "app/flow/service/service_flow.h"

#include <optional>
#include <variant>
#include <vector>

namespace tongban::flow::progress {

enum class Step {
    Closed,   // nobody is here
    Identify, // 刷证
    Mail,     // 有一封信给您：现在看 / 以后看
    List,     // 您办的事
    Case,     // one of them: how far it is
    Letter,   // what the office wrote: 补正 in one complete list, a refusal, a decision
};
inline constexpr int stepCount = static_cast<int>(Step::Letter) + 1;

struct State
{
    Step step = Step::Closed;
    bool busy = false;                   // at Identify: a card is waited for, or the store is asked
    bool codes = false;                  // a code scanner is there
    bool byReceipt = false;              // known by the code of a receipt, from the code on; no card was laid down
    std::optional<ErrorKind> trouble;    // shown until the next event of the person
    std::optional<domain::IdCard> holder; // from the card on
    ports::Followed found;               // from List on
    QUuid chosen;                        // at Mail, Case and Letter: one of found
    bool toLetter = false;               // at Identify: the letter was asked for, where an errand began
    bool beginsSupplement = false;       // at Letter, busy: the draft is awaited
    PrintPhase print = PrintPhase::None; // at Letter: of the letter itself
};

// --- Events: what a person did -------------------------------------------------------------------------------------
struct Opened { bool codes = false; }; // 查询进度, at the home page; codes: a receipt can be scanned
struct LettersWanted { domain::IdCard card; }; // 现在看, where an errand began: the card has been read
struct CaseChosen { QUuid caseId; };  // List
struct Backward {};                   // 上一步
struct Forward {};                    // the primary action: to the letter that wants reading; 现在补 at one that can be
                                      // answered; else 看好了, the session ends
struct ReadLater {};                   // Mail: 以后看
struct PrintWanted {};                 // Letter: 打印这封信
struct PaperSeen { bool cameOut; };    // Letter: 出来了 / 没出来
struct TriedAgain {};                 // the button beside a trouble
struct Left {};                       // the session is over, whatever the reason
// --- Events: what the world answered -------------------------------------------------------------------------------
struct CardWasRead { domain::IdCard card; };
struct CodeWasRead { domain::ScannedCode code; };
struct CodeNotRead { Error error; };  // something was held there, torn or of no known kind
struct CasesFound { ports::Followed found; };
struct NewsArrived {};                // the city said something of a case of this terminal
struct SupplementReady { domain::CaseDraft draft; };
struct LetterPrinted { ports::PrintOutcome outcome; };
struct LetterNotPrinted { Error error; };
struct EffectFailed { Error error; }; // of the effect under way

using Event = std::variant<Opened, LettersWanted, CaseChosen, Backward, Forward, ReadLater, PrintWanted, PaperSeen,
                           TriedAgain, Left, CardWasRead, CodeWasRead, CodeNotRead, CasesFound, NewsArrived,
                           SupplementReady, LetterPrinted, LetterNotPrinted, EffectFailed>;

// --- Effects: what the controller is to do -------------------------------------------------------------------------
struct ReadCard {};                              // answers CardWasRead or EffectFailed
struct ReadCode {};                              // answers CodeWasRead, CodeNotRead, or nothing; beside ReadCard
struct StopDevices {};                           // the person left the page: cancel reading
struct FindCases { domain::IdCard holder; };     // answers CasesFound or EffectFailed
struct FindByReceipt { domain::ScannedCode code; }; // checks it; answers CasesFound with the one case, or EffectFailed
struct MarkRead { QUuid letter; };               // no answer
struct BeginSupplement { domain::IdCard holder; QUuid caseId; QUuid letter; }; // answers SupplementReady or EffectFailed
struct EnterJourney { domain::CaseDraft draft; }; // the room has closed: the journey goes on with it
struct PrintLetter { ports::FollowedCase of; ports::Notice letter; }; // journal, print; answers LetterPrinted or …
struct RecordPaper { bool cameOut; };            // the person's word, into the print journal
struct EndSession {};                            // the journey wipes and says good-bye

using Effect = std::variant<ReadCard, ReadCode, StopDevices, FindCases, FindByReceipt, MarkRead, BeginSupplement, EnterJourney, PrintLetter,
                            RecordPaper, EndSession>;

struct Transition
{
    State state;
    std::vector<Effect> effects; // in order
};

[[nodiscard]] Transition next(const State &state, const Event &event);

// By a receipt only: the office wrote, and the letter wants the card.
[[nodiscard]] bool wantsCard(const State &state);
// At Mail, Case and Letter: what was chosen; null elsewhere.
[[nodiscard]] const ports::FollowedCase *chosenCase(const State &state);
// The newest letter, where it says what the person is to do, or why the office said no; null: there is none. Of a case
// that goes on by itself a letter is only a line of its way.
[[nodiscard]] const ports::Notice *letterToRead(const State &state);
// What was brought for that letter; null: nothing yet.
[[nodiscard]] const ports::GivenSupplement *givenFor(const State &state);
// The letter can be answered here and now.
[[nodiscard]] bool canSupplement(const State &state);
// The newest letter that nobody has opened, of a case that wants the person or was refused; null: none.
[[nodiscard]] const ports::FollowedCase *unreadCase(const ports::Followed &found);

} // namespace tongban::flow::progress
