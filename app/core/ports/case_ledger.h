// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"
#include "app/core/domain/receipt_codes.h"
#include "app/core/ports/notices.h"

#include <vector>

namespace tongban::ports {

struct StatusMoment
{
    domain::CaseStatus status = domain::CaseStatus::Queued;
    QDateTime at; // UTC, since when; as the city says
};

// What was brought for a letter of correction (补正).
struct GivenSupplement
{
    enum class State {
        Kept,    // durable here, on its way
        Sent,    // the city has it whole
        Refused, // a person must look: the letter was withdrawn or answered elsewhere, or the city wants something else
    };
    QUuid letter;
    QString number; // 补正编号
    QDateTime at;   // UTC
    State state = State::Kept;
};

// A case as somebody sees it who asks how far it is: no answers, no pages.
struct FollowedCase
{
    QUuid id;
    QString localNumber;      // 预受理编号
    QString projectNumber;    // 受理编号; empty: none yet
    domain::ServiceItem item; // as it was applied for; without a code: the content does not open any more
    QDateTime submittedAt;    // UTC
    domain::CaseStatus status = domain::CaseStatus::Queued;
    std::vector<StatusMoment> way; // oldest first, from the submission here on; the last one is `status`
    std::vector<Notice> notices;   // oldest first
    std::vector<GivenSupplement> supplements{}; // oldest first; at most one a letter
};

struct Followed
{
    std::vector<FollowedCase> cases; // newest first
    QDateTime asOf;                  // UTC: what the city said until then is in it; invalid: it never said anything
};

// The cases of this terminal, for those whose they are. On the store's Lane; errors as CaseStore.
class CaseLedger
{
public:
    virtual ~CaseLedger() = default;

    // All that this person applied for here and that is not erased yet. One whose content does not open is in it.
    virtual Result<Followed> ofHolder(const domain::IdCard &holder) = 0;
    // A letter was opened by whose it is (Notice::isRead). Again is fine. NotFound.
    virtual Result<void> letterRead(const QUuid &notice, const QDateTime &nowUtc) = 0;

    // The one case whose receipt this is: whoever holds the paper may know how far it is, and no letter of the office. NotFound:
    // there is none here (any more), or the receipt says something else than the case.
    virtual Result<Followed> ofReceipt(const domain::ReceiptFacts &facts) = 0;
};

} // namespace tongban::ports
