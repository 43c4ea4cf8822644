// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"
#include "app/core/ports/notices.h"

#include <vector>

namespace tongban::ports {

struct StatusMoment
{
    domain::CaseStatus status = domain::CaseStatus::Queued;
    QDateTime at; // UTC, since when; as the city says
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
};

} // namespace tongban::ports
