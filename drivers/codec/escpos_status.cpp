// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_status.h"

namespace tongban::drivers::codec {

void EscposStatus::add(EscposQuery query, quint8 answer, const EscposErrorBits &errors)
{
    switch (query) {
    case EscposQuery::Printer:
        offline = offline || (answer & 0x08);
        return;
    case EscposQuery::OfflineCause:
        coverOpen = coverOpen || (answer & 0x04);
        paperOut = paperOut || (answer & 0x20);
        fault = fault || (answer & 0x40);
        return;
    case EscposQuery::ErrorCause:
        cutterFault = cutterFault || (answer & errors.cutter);
        fault = fault || (answer & (errors.mechanical | errors.cutter | errors.unrecoverable | errors.selfRecovering));
        return;
    case EscposQuery::Paper:
        paperNearEnd = paperNearEnd || (answer & 0x0C) == 0x0C;
        paperOut = paperOut || (answer & 0x60) == 0x60;
        return;
    }
    Q_UNREACHABLE();
}

void EscposStatus::add(const EscposStatus &other)
{
    offline = offline || other.offline;
    coverOpen = coverOpen || other.coverOpen;
    paperOut = paperOut || other.paperOut;
    paperNearEnd = paperNearEnd || other.paperNearEnd;
    cutterFault = cutterFault || other.cutterFault;
    fault = fault || other.fault;
}

ports::PrinterStatus EscposStatus::toPort() const
{
    return {
        .online = !offline, .coverOpen = coverOpen, .paperOut = paperOut, .paperNearEnd = paperNearEnd, .fault = fault};
}

QByteArray escposAskRealTime(EscposQuery query)
{
    return QByteArray("\x10\x04", 2) + static_cast<char>(query);
}

QByteArray escposAskInOrder()
{
    return QByteArray("\x1D\x72\x01", 3);
}

QByteArray escposAskProcessId(const QByteArray &fourCharacters)
{
    return QByteArray("\x1D\x28\x48\x06\x00\x30\x30", 7) + fourCharacters;
}

QByteArray escposRecoverAndClear()
{
    return QByteArray("\x10\x05\x02", 3);
}

QByteArray escposClearBuffers()
{
    return QByteArray("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);
}

bool isEscposRealTimeAnswer(quint8 byte)
{
    return (byte & 0x93) == 0x12;
}

bool isEscposInOrderAnswer(quint8 byte)
{
    return byte == 0x00 || byte == 0x03 || byte == 0x0C || byte == 0x0F;
}

bool inOrderAnswerSaysPaperOut(quint8 byte)
{
    return (byte & 0x0C) == 0x0C;
}

bool beginsEscposAutomaticStatus(quint8 byte)
{
    return (byte & 0x93) == 0x10;
}

std::optional<EscposStatus> parseEscposAutomaticStatus(const QByteArray &fourBytes)
{
    if (fourBytes.size() != 4)
        return std::nullopt;
    const auto at = [&](qsizetype i) { return static_cast<quint8>(fourBytes.at(i)); };
    const bool fixedBitsHold =
        beginsEscposAutomaticStatus(at(0)) && !(at(1) & 0x90) && !(at(2) & 0x90) && !(at(3) & 0x90);
    if (!fixedBitsHold)
        return std::nullopt;
    EscposStatus status;
    status.offline = at(0) & 0x08;
    status.coverOpen = at(0) & 0x20;
    status.cutterFault = at(1) & 0x08;
    status.fault = at(1) & 0x6C;
    status.paperNearEnd = (at(2) & 0x03) == 0x03;
    status.paperOut = (at(2) & 0x0C) == 0x0C;
    return status;
}

} // namespace tongban::drivers::codec
