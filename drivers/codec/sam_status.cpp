// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/sam_status.h"

#include <array>

namespace tongban::drivers::codec {

namespace {

constexpr quint8 swDone = 0x90;
constexpr quint8 swFound = 0x9F;
constexpr quint8 swAbsent = 0x91;

struct Status
{
    quint8 code;
    ErrorKind kind;
    const char *meaning;
};

// SW3 with SW1 = SW2 = 0 (DEVICES 1). 01 02 03 05 09 are codes of host libraries and never stand on the wire.
constexpr std::array statuses{
    Status{0x10, ErrorKind::ProtocolViolation, "the reader saw a bad request checksum"},
    Status{0x11, ErrorKind::ProtocolViolation, "the reader saw a bad request length"},
    Status{0x21, ErrorKind::ProtocolViolation, "the reader calls the command bad"},
    Status{0x23, ErrorKind::DeviceFault, "the command is not authorised on this reader"},
    Status{0x24, ErrorKind::ProtocolViolation, "the reader does not know the command"},
    Status{0x31, ErrorKind::CardUnreadable, "the card refused the SAM"},
    Status{0x32, ErrorKind::CardUnreadable, "the SAM refused the card"},
    Status{0x33, ErrorKind::CardUnreadable, "the information check failed"},
    Status{0x37, ErrorKind::CardUnreadable, "the fingerprint check failed"},
    Status{0x3F, ErrorKind::CardUnreadable, "the information length is wrong"},
    Status{0x40, ErrorKind::CardUnreadable, "not an identity card"},
    Status{0x41, ErrorKind::CardLifted, "reading the card failed"},
    Status{0x47, ErrorKind::CardUnreadable, "the card gave no random number"},
    Status{0x60, ErrorKind::DeviceFault, "the SAM's self-test failed"},
    Status{0x66, ErrorKind::DeviceFault, "the SAM is not authorised"},
    Status{0x80, ErrorKind::CardAbsent, "no card found"},
    Status{0x81, ErrorKind::CardLifted, "selecting the card failed"},
    Status{0x91, ErrorKind::CardUnreadable, "the card does not hold this item"},
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' '));
}

} // namespace

const char *nameOf(SamCommand command)
{
    switch (command) {
    case SamCommand::ResetSam:
        return "reset";
    case SamCommand::SamStatus:
        return "status";
    case SamCommand::SamId:
        return "sam-id";
    case SamCommand::FindCard:
        return "find";
    case SamCommand::SelectCard:
        return "select";
    case SamCommand::ReadBase:
        return "read";
    case SamCommand::ReadNewAddress:
        return "read-new-address";
    case SamCommand::ReadBaseAndFingerprint:
        return "read-with-fingerprint";
    case SamCommand::SetMaxRfBytes:
        return "set-max-rf-bytes";
    }
    Q_UNREACHABLE();
}

Result<QByteArray> decodeSamResponse(SamCommand command, const QByteArray &body)
{
    const auto where = QStringLiteral("sam.") + QString::fromLatin1(nameOf(command));
    if (body.size() < 3)
        return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("a response of %1 bytes").arg(body.size()));
    const auto status = static_cast<quint8>(body.at(2));
    if (body.at(0) != 0 || body.at(1) != 0)
        return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("unknown status ") + hex(body.first(3)));
    if (status == (command == SamCommand::FindCard ? swFound : swDone))
        return body.mid(3);
    if (status == swAbsent && command == SamCommand::ReadNewAddress)
        return fail(ErrorKind::NotFound, where, QStringLiteral("the holder has not moved since the card was made"));
    for (const Status &known : statuses) {
        if (known.code == status)
            return fail(known.kind, where,
                        QStringLiteral("status %1: %2").arg(hex(body.mid(2, 1)), QString::fromLatin1(known.meaning)));
    }
    return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("unknown status ") + hex(body.first(3)));
}

} // namespace tongban::drivers::codec
