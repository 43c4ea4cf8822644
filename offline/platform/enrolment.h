// SPDX-License-Identifier: GPL-3.0-or-later
// How a new terminal comes in (contract: POST /enrolments): a technician types a one-time code, the terminal makes two
// keys (ECDSA for TLS, SM2 for signatures) and asks the city to certify them. The keys are durable before the request
// leaves, and the city answers the same code with the same keys as before: a lost answer or a power cut costs a second
// try, never a second code.
#pragma once

#include "app/core/ports/file_system.h"
#include "app/core/ports/time_source.h"
#include "offline/platform/enrolment_files.h"
#include "offline/platform/http_line.h"

#include <QFuture>

#include <variant>

namespace tongban::offline::platform {

struct EnrolmentConfig
{
    QUrl url;       // https, of the city's door for new terminals
    QString caFile; // PEM: the authority that this door is held to, from the city by another way
    QUrl proxy;     // empty: none
    QString deviceId;
    QString siteCode;
    QString directory; // absolute; keys and papers come to lie here (enrolment_files.h)
};

struct Enrolled
{
    QString keyId; // of the SM2 key, as the roster has it: 16 hexadecimal digits
};

// A no that a technician can do something about.
enum class EnrolmentRefusal {
    CodeMalformed,    // not 8 to 64 of A-Z, 0-9 and "-": nothing was sent
    CodeUnknown,      // not a code of this device and hall
    CodeUsed,         // by other keys than these
    CodeExpired,      // issued too long ago
    RequestInvalid,   // the city reads our request otherwise than we meant it
    ServerNotTrusted, // who answers there has no certificate of the configured authority
    ClockWrong,       // only the dates of its certificate are wrong: this terminal's clock, most likely
};

using EnrolmentOutcome = std::variant<Enrolled, EnrolmentRefusal>;

// One at a time. Its thread has an event loop; the few small files are written on it. Destroying it ends the request.
class Enrolment
{
public:
    // files and clock outlive it. Misconfigured: as prepareLine.
    [[nodiscard]] static Result<std::unique_ptr<Enrolment>> prepare(EnrolmentConfig config, ports::FileSystem &files,
                                                                    const ports::TimeSource &clock);

    // typed: small letters and blanks around it are forgiven. Errors: PlatformUnreachable, PlatformBusy,
    // PlatformBadAnswer (an answer outside the contract, papers that are not for our keys), StoreFull, StoreUnwritable,
    // StoreCorrupt; whatever it is, the same code may be tried again.
    [[nodiscard]] QFuture<Result<EnrolmentOutcome>> enrol(const QString &typed);

private:
    Enrolment(EnrolmentConfig config, LineAccess access, ports::FileSystem &files, const ports::TimeSource &clock);

    [[nodiscard]] HttpRequest requestFor(const QString &code, const TerminalKeys &keys) const;
    [[nodiscard]] Result<EnrolmentOutcome> concluded(const Result<HttpAnswer> &answer, const TerminalKeys &keys);
    [[nodiscard]] Result<EnrolledPapers> papersIn(const HttpAnswer &answer, const TerminalKeys &keys) const;

    const EnrolmentConfig m_config;
    const QUrl m_base;
    ports::FileSystem &m_files;
    const ports::TimeSource &m_clock;
    HttpLine m_line;
};

} // namespace tongban::offline::platform
