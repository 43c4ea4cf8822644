// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/error.h"

namespace tongban {

Remedy remedyFor(ErrorKind kind)
{
    switch (kind) {
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
        return Remedy::VillagerRetries;
    case ErrorKind::PaperOut:
    case ErrorKind::PaperJam:
    case ErrorKind::CoverOpen:
    case ErrorKind::ScannerJam:
    case ErrorKind::TonerOut:
    case ErrorKind::OutputFull:
        return Remedy::StaffFixes;
    case ErrorKind::DeviceAbsent:
    case ErrorKind::DeviceSilent:
    case ErrorKind::DeviceFault:
    case ErrorKind::ProtocolViolation:
    case ErrorKind::Misconfigured:
    case ErrorKind::StoreFull:
    case ErrorKind::StoreUnwritable:
    case ErrorKind::StoreCorrupt:
    case ErrorKind::SealBroken:
        return Remedy::TechnicianFixes;
    case ErrorKind::PlatformUnreachable:
    case ErrorKind::PlatformBusy:
    case ErrorKind::PlatformBadAnswer:
        return Remedy::Waits;
    case ErrorKind::PlatformRefused:
    case ErrorKind::PlatformConflict:
        return Remedy::Refused;
    case ErrorKind::NotFound:
    case ErrorKind::Cancelled:
        return Remedy::Nothing;
    }
    Q_UNREACHABLE();
}

const char *nameOf(ErrorKind kind)
{
    switch (kind) {
#define TONGBAN_NAME(k)                                                                                                \
    case ErrorKind::k:                                                                                                 \
        return #k;
        TONGBAN_NAME(CardAbsent)
        TONGBAN_NAME(CardLifted)
        TONGBAN_NAME(CardUnreadable)
        TONGBAN_NAME(CardExpired)
        TONGBAN_NAME(CardNotTheSame)
        TONGBAN_NAME(NotEligible)
        TONGBAN_NAME(InputInvalid)
        TONGBAN_NAME(PageMissing)
        TONGBAN_NAME(PageIllegible)
        TONGBAN_NAME(CodeAbsent)
        TONGBAN_NAME(CodeUnreadable)
        TONGBAN_NAME(PaperOut)
        TONGBAN_NAME(PaperJam)
        TONGBAN_NAME(CoverOpen)
        TONGBAN_NAME(ScannerJam)
        TONGBAN_NAME(TonerOut)
        TONGBAN_NAME(OutputFull)
        TONGBAN_NAME(DeviceAbsent)
        TONGBAN_NAME(DeviceSilent)
        TONGBAN_NAME(DeviceFault)
        TONGBAN_NAME(ProtocolViolation)
        TONGBAN_NAME(Misconfigured)
        TONGBAN_NAME(StoreFull)
        TONGBAN_NAME(StoreUnwritable)
        TONGBAN_NAME(StoreCorrupt)
        TONGBAN_NAME(SealBroken)
        TONGBAN_NAME(PlatformUnreachable)
        TONGBAN_NAME(PlatformBusy)
        TONGBAN_NAME(PlatformBadAnswer)
        TONGBAN_NAME(PlatformRefused)
        TONGBAN_NAME(PlatformConflict)
        TONGBAN_NAME(NotFound)
        TONGBAN_NAME(Cancelled)
#undef TONGBAN_NAME
    }
    Q_UNREACHABLE();
}

const char *nameOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::VillagerRetries:
        return "VillagerRetries";
    case Remedy::StaffFixes:
        return "StaffFixes";
    case Remedy::TechnicianFixes:
        return "TechnicianFixes";
    case Remedy::Waits:
        return "Waits";
    case Remedy::Refused:
        return "Refused";
    case Remedy::Nothing:
        return "Nothing";
    }
    Q_UNREACHABLE();
}

Error Error::within(const QString &context) const
{
    return Error{kind, context + QStringLiteral(": ") + where, detail};
}

} // namespace tongban
