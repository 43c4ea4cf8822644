// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a case (办件, DOMAIN.md "State machines"):
//
//   draft → queued → submitted → (pre-returned ⇄ submitted | pre-passed) → received
//         → (supplementing ⇄ received | not accepted | accepted) → reviewing ⇄ suspended → (approved | rejected)
//         → [fee due → fee paid] → [licence ready] → closed → delivered; side exits withdrawn, terminated.
//
// The terminal itself writes queued and submitted and asks for a withdrawal; the rest it only hears of.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"

namespace tongban::domain {

enum class CaseEvent {
    Queue,         // 提交, durable here
    Send,          // the platform has it
    PreReturn,     // 预审退回
    Resubmit,      // 再次提交
    PrePass,       // 预审通过
    Receive,       // 收件
    AskSupplement, // 补正通知
    Supplement,    // 补正完成
    Refuse,        // 不予受理
    Accept,        // 受理
    BeginReview,   // 审查
    Suspend,       // 挂起
    Resume,        // 恢复
    Approve,       // 准予
    Reject,        // 不予
    DemandFee,     // 待缴费
    PayFee,        // 已缴费
    ReadyLicence,  // 已制证
    Close,         // 办结
    Deliver,       // 送达
    Withdraw,      // 撤回
    Terminate,     // 终止
};
inline constexpr int caseStatusCount = static_cast<int>(CaseStatus::Terminated) + 1;
inline constexpr int caseEventCount = static_cast<int>(CaseEvent::Terminate) + 1;

// Error of an illegal move: PlatformBadAnswer (only the platform can ask for one; the terminal's own moves are fixed).
[[nodiscard]] Result<CaseStatus> advance(CaseStatus status, CaseEvent event);

// Whether `later` can follow `earlier` by any number of moves. Statuses are pulled now and then: steps between two
// pulls are not seen. The same status again counts as reachable.
[[nodiscard]] bool isReachable(CaseStatus earlier, CaseStatus later);

// Names on the wire and in the store: "draft", "preReturned", "accepted" …
[[nodiscard]] QString nameOf(CaseStatus status);
[[nodiscard]] Result<CaseStatus> caseStatusFromName(const QString &name); // PlatformBadAnswer

} // namespace tongban::domain
