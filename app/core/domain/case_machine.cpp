// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/case_machine.h"

#include <array>
#include <bitset>
#include <vector>

namespace tongban::domain {

namespace {

struct Move
{
    CaseStatus from;
    CaseEvent by;
    CaseStatus to;
};

using S = CaseStatus;
using E = CaseEvent;

constexpr std::array moves{
    Move{S::Draft, E::Queue, S::Queued},
    Move{S::Queued, E::Send, S::Submitted},
    Move{S::Submitted, E::PreReturn, S::PreReturned},
    Move{S::PreReturned, E::Resubmit, S::Submitted},
    Move{S::Submitted, E::PrePass, S::PrePassed},
    Move{S::PrePassed, E::Receive, S::Received},
    Move{S::Received, E::AskSupplement, S::Supplementing},
    Move{S::Supplementing, E::Supplement, S::Received},
    Move{S::Received, E::Refuse, S::NotAccepted},
    Move{S::Received, E::Accept, S::Accepted},
    Move{S::Accepted, E::BeginReview, S::Reviewing},
    Move{S::Reviewing, E::Suspend, S::Suspended},
    Move{S::Suspended, E::Resume, S::Reviewing},
    Move{S::Reviewing, E::Approve, S::Approved},
    Move{S::Reviewing, E::Reject, S::Rejected},
    Move{S::Approved, E::DemandFee, S::FeeDue},
    Move{S::FeeDue, E::PayFee, S::FeePaid},
    Move{S::Approved, E::ReadyLicence, S::LicenceReady},
    Move{S::FeePaid, E::ReadyLicence, S::LicenceReady},
    Move{S::Approved, E::Close, S::Closed},
    Move{S::Rejected, E::Close, S::Closed},
    Move{S::FeePaid, E::Close, S::Closed},
    Move{S::LicenceReady, E::Close, S::Closed},
    Move{S::Closed, E::Deliver, S::Delivered},
    // A person may withdraw what is not decided yet; the office may end what it has.
    Move{S::Queued, E::Withdraw, S::Withdrawn},
    Move{S::Submitted, E::Withdraw, S::Withdrawn},
    Move{S::PreReturned, E::Withdraw, S::Withdrawn},
    Move{S::PrePassed, E::Withdraw, S::Withdrawn},
    Move{S::Received, E::Withdraw, S::Withdrawn},
    Move{S::Supplementing, E::Withdraw, S::Withdrawn},
    Move{S::Accepted, E::Withdraw, S::Withdrawn},
    Move{S::Reviewing, E::Withdraw, S::Withdrawn},
    Move{S::Suspended, E::Withdraw, S::Withdrawn},
    Move{S::Submitted, E::Terminate, S::Terminated},
    Move{S::PreReturned, E::Terminate, S::Terminated},
    Move{S::PrePassed, E::Terminate, S::Terminated},
    Move{S::Received, E::Terminate, S::Terminated},
    Move{S::Supplementing, E::Terminate, S::Terminated},
    Move{S::Accepted, E::Terminate, S::Terminated},
    Move{S::Reviewing, E::Terminate, S::Terminated},
    Move{S::Suspended, E::Terminate, S::Terminated},
    Move{S::FeeDue, E::Terminate, S::Terminated},
};

} // namespace

Result<CaseStatus> advance(CaseStatus status, CaseEvent event)
{
    for (const Move &move : moves) {
        if (move.from == status && move.by == event)
            return move.to;
    }
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("case"),
                QStringLiteral("event %1 is illegal for %2").arg(static_cast<int>(event)).arg(nameOf(status)));
}

bool isReachable(CaseStatus earlier, CaseStatus later)
{
    std::bitset<caseStatusCount> seen;
    std::vector<CaseStatus> open{earlier};
    while (!open.empty()) {
        const CaseStatus status = open.back();
        open.pop_back();
        if (status == later)
            return true;
        if (seen.test(static_cast<size_t>(status)))
            continue;
        seen.set(static_cast<size_t>(status));
        for (const Move &move : moves) {
            if (move.from == status)
                open.push_back(move.to);
        }
    }
    return false;
}

QString nameOf(CaseStatus status)
{
    switch (status) {
    case S::Draft:
        return QStringLiteral("draft");
    case S::Queued:
        return QStringLiteral("queued");
    case S::Submitted:
        return QStringLiteral("submitted");
    case S::PreReturned:
        return QStringLiteral("preReturned");
    case S::PrePassed:
        return QStringLiteral("prePassed");
    case S::Received:
        return QStringLiteral("received");
    case S::Supplementing:
        return QStringLiteral("supplementing");
    case S::NotAccepted:
        return QStringLiteral("notAccepted");
    case S::Accepted:
        return QStringLiteral("accepted");
    case S::Reviewing:
        return QStringLiteral("reviewing");
    case S::Suspended:
        return QStringLiteral("suspended");
    case S::Approved:
        return QStringLiteral("approved");
    case S::Rejected:
        return QStringLiteral("rejected");
    case S::FeeDue:
        return QStringLiteral("feeDue");
    case S::FeePaid:
        return QStringLiteral("feePaid");
    case S::LicenceReady:
        return QStringLiteral("licenceReady");
    case S::Closed:
        return QStringLiteral("closed");
    case S::Delivered:
        return QStringLiteral("delivered");
    case S::Withdrawn:
        return QStringLiteral("withdrawn");
    case S::Terminated:
        return QStringLiteral("terminated");
    }
    Q_UNREACHABLE();
}

Result<CaseStatus> caseStatusFromName(const QString &name)
{
    for (int i = 0; i < caseStatusCount; ++i) {
        const auto status = static_cast<CaseStatus>(i);
        if (nameOf(status) == name)
            return status;
    }
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("case"), QStringLiteral("unknown status name"));
}

} // namespace tongban::domain
