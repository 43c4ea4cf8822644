// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong, sorted by who can act on it. One exhaustive switch (remedyFor) decides what a person is told.
#pragma once

#include <QString>

namespace tongban {

enum class ErrorKind {
    // The villager tries again, same step.
    CardAbsent,     // no card was laid down before the deadline
    CardLifted,     // the card left the field while it was read
    CardUnreadable, // the card answered, its content does not hold together (checksum, length, digits)
    CardExpired,    // the validity printed in the chip has passed
    CardNotTheSame, // a step wanted the card it began with
    NotEligible,    // the card answers an eligibility rule with no; the villager may apply all the same
    InputInvalid,   // an answer breaks the rule of its field
    PageMissing,    // nothing on the glass, feeder empty
    PageIllegible,  // blank, too dark, too small after the size bound
    CodeAbsent,     // no code was shown before the deadline
    CodeUnreadable, // a code came whose text does not hold together (encoding, cut short)

    // Staff can fix it.
    PaperOut,
    PaperJam,
    CoverOpen, // printer or scanner lid
    ScannerJam,
    TonerOut,   // toner, ink or a drum is used up
    OutputFull, // the tray is full of paper that nobody took

    // The technician must fix it.
    DeviceAbsent,      // the port or device node is not there
    DeviceSilent,      // no answer within the deadline
    DeviceFault,       // the device reports a fault of its own
    ProtocolViolation, // bytes that the protocol does not know
    Misconfigured,     // a descriptor, a configuration or a data file is wrong
    StoreFull,
    StoreUnwritable,
    StoreCorrupt,
    SealBroken, // sealed data does not open with this terminal's key

    // Wait: nothing to see, the outbox has it.
    PlatformUnreachable,
    PlatformBusy,     // 408, 429, 5xx
    PlatformBadAnswer, // an answer outside the contract

    // The platform says no.
    PlatformRefused,  // 4xx that repeating cannot cure
    PlatformConflict, // 409, 412

    // Nobody needs to act.
    NotFound,
    Cancelled,
};

enum class Remedy { VillagerRetries, StaffFixes, TechnicianFixes, Waits, Refused, Nothing };

[[nodiscard]] Remedy remedyFor(ErrorKind kind);

// Stable English name for logs and diagnostics, e.g. "CardLifted".
[[nodiscard]] const char *nameOf(ErrorKind kind);
[[nodiscard]] const char *nameOf(Remedy remedy);

struct Error
{
    ErrorKind kind;
    QString where;  // component and operation, e.g. "sam-reader.select"; never personal data
    QString detail; // cause for a technician, English; never personal data

    // The same error, seen from one floor higher: "submit case: store.begin".
    [[nodiscard]] Error within(const QString &context) const;
};

} // namespace tongban
