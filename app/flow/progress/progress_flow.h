// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 as a pure function: next(state, event) -> state and effects. No I/O, no clock, no thread.
//
//   Closed → Identify → List ⇄ Case ⇄ Letter → Closed
//            (one case only: Identify → Case …)
//
// A room of its own beside the villager's journey (app/flow/service), which stands at its home page meanwhile: idle, start
// over and the wipe are the journey's, and end this room by Closed. Nothing is changed by looking up.
#pragma once

#include "app/core/base/error.h"
#include "app/core/ports/case_ledger.h"

#include <optional>
#include <variant>
#include <vector>

namespace tongban::flow::progress {

enum class Step {
    Closed,   // nobody is here
    Identify, // 刷证
    List,     // 您办的事
    Case,     // one of them: how far it is
    Letter,   // what the office wrote: 补正 in one complete list, a refusal, a decision
};
inline constexpr int stepCount = static_cast<int>(Step::Letter) + 1;

struct State
{
    Step step = Step::Closed;
    bool busy = false;                   // at Identify: a card is waited for, or the store is asked
    std::optional<ErrorKind> trouble;    // shown until the next event of the person
    std::optional<domain::IdCard> holder; // from the card on
    ports::Followed found;               // from List on
    QUuid chosen;                        // at Case and Letter: one of found
};

// --- Events: what a person did -------------------------------------------------------------------------------------
struct Opened {};                     // 查询进度, at the home page
struct CaseChosen { QUuid caseId; };  // List
struct Backward {};                   // 上一步
struct Forward {};                    // the primary action: to the letter that wants reading; else 看好了, the session ends
struct TriedAgain {};                 // the button beside a trouble
struct Left {};                       // the session is over, whatever the reason
// --- Events: what the world answered -------------------------------------------------------------------------------
struct CardWasRead { domain::IdCard card; };
struct CasesFound { ports::Followed found; };
struct NewsArrived {};                // the city said something of a case of this terminal
struct EffectFailed { Error error; }; // of the effect under way

using Event = std::variant<Opened, CaseChosen, Backward, Forward, TriedAgain, Left, CardWasRead, CasesFound, NewsArrived,
                           EffectFailed>;

// --- Effects: what the controller is to do -------------------------------------------------------------------------
struct ReadCard {};                              // answers CardWasRead or EffectFailed
struct StopDevices {};                           // the person left the page: cancel reading
struct FindCases { domain::IdCard holder; };     // answers CasesFound or EffectFailed
struct EndSession {};                            // the journey wipes and says good-bye

using Effect = std::variant<ReadCard, StopDevices, FindCases, EndSession>;

struct Transition
{
    State state;
    std::vector<Effect> effects; // in order
};

[[nodiscard]] Transition next(const State &state, const Event &event);

// At Case and Letter: what was chosen; null elsewhere.
[[nodiscard]] const ports::FollowedCase *chosenCase(const State &state);
// The newest letter, where it says what the person is to do, or why the office said no; null: there is none. Of a case
// that goes on by itself a letter is only a line of its way.
[[nodiscard]] const ports::Notice *letterToRead(const State &state);

} // namespace tongban::flow::progress
