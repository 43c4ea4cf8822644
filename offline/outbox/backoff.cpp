// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/backoff.h"

#include "offline/outbox/sql_outbox.h"

#include <algorithm>
#include <cmath>

namespace tongban::offline::outbox {

using ports::OutboxState;

namespace {

constexpr int busyFactor = 4;
constexpr int badAnswerFactor = 16;
constexpr int mostDoublings = 30; // beyond any cap; keeps the shift defined

int factorOf(ErrorKind kind)
{
    if (kind == ErrorKind::PlatformBusy)
        return busyFactor;
    return kind == ErrorKind::PlatformBadAnswer ? badAnswerFactor : 1;
}

} // namespace

std::chrono::milliseconds retryDelay(int attempts, ErrorKind kind, const BackoffPolicy &policy, double random)
{
    const int doublings = std::clamp(attempts - 1, 0, mostDoublings);
    const double grown = std::ldexp(static_cast<double>(policy.first.count()), doublings);
    const double bound = std::min(grown, static_cast<double>(policy.cap.count())) * factorOf(kind);
    const auto delay = std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(bound * random));
    return std::min<std::chrono::milliseconds>(delay, longestWait);
}

bool givesUp(ErrorKind kind, int equalInARow, std::chrono::milliseconds sinceTheFirst)
{
    return kind == ErrorKind::PlatformBadAnswer && equalInARow >= mostEqualBadAnswers &&
           sinceTheFirst >= longestBadAnswers;
}

OutboxState stateAfter(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::PlatformConflict:
        return OutboxState::Conflict;
    case ErrorKind::PlatformRefused:
    // What was to be sent does not open, is damaged or is gone: sending it again cannot mend it.
    case ErrorKind::SealBroken:
    case ErrorKind::StoreCorrupt:
    case ErrorKind::NotFound:
        return OutboxState::Parked;
    case ErrorKind::PlatformUnreachable:
    case ErrorKind::PlatformBusy:
    case ErrorKind::PlatformBadAnswer:
    // The terminal's own trouble (a certificate, a full disk): it passes, and the message is as good as before.
    case ErrorKind::Misconfigured:
    case ErrorKind::StoreFull:
    case ErrorKind::StoreUnwritable:
    case ErrorKind::Cancelled:
    // Of people and devices; no message meets them.
    case ErrorKind::CardAbsent:
    case ErrorKind::CardLifted:
    case ErrorKind::CardUnreadable:
    case ErrorKind::CardExpired:
    case ErrorKind::CardNotTheSame:
    case ErrorKind::NotEligible:
    case ErrorKind::InputInvalid:
    case ErrorKind::PageMissing:
    case ErrorKind::PageIllegible:
    case ErrorKind::CodeAbsent:
    case ErrorKind::CodeUnreadable:
    case ErrorKind::PaperOut:
    case ErrorKind::PaperJam:
    case ErrorKind::CoverOpen:
    case ErrorKind::ScannerJam:
    case ErrorKind::TonerOut:
    case ErrorKind::OutputFull:
    case ErrorKind::DeviceAbsent:
    case ErrorKind::DeviceSilent:
    case ErrorKind::DeviceFault:
    case ErrorKind::ProtocolViolation:
        return OutboxState::Pending;
    }
    Q_UNREACHABLE();
}

} // namespace tongban::offline::outbox
