// SPDX-License-Identifier: GPL-3.0-or-later
// What the emulated printer says: in real time, in order, and by itself.
#include "drivers/emulator/printer_model.h"

#include <utility>

namespace tongban::drivers::emulator {
namespace {

char fixedBits(int flags)
{
    return static_cast<char>(0x12 | flags);
}

} // namespace

QByteArray PrinterModel::realTimeAnswer(const RealTimeScanner::Request &request)
{
    using RequestKind = RealTimeScanner::Request::Kind;
    if (request.kind == RequestKind::Clear)
        forgetBuffer();
    if (request.kind == RequestKind::Recovery && request.n == 2)
        recover();
    if (request.kind != RequestKind::Status)
        return {};
    if (m_fault == PrinterFault::Garbage)
        return noise();
    const bool out = m_sensors.paper == PaperState::Out;
    const bool near = m_sensors.paper == PaperState::NearEnd;
    switch (request.n) {
    case 1:
        return QByteArray(1, fixedBits(m_sensors.stops() ? 0x08 : 0));
    case 2:
        return QByteArray(
            1, fixedBits((m_sensors.coverOpen ? 0x04 : 0) | (out ? 0x20 : 0) | (m_sensors.cutterJammed ? 0x40 : 0)));
    case 3:
        return QByteArray(1, fixedBits(m_sensors.cutterJammed ? 0x08 : 0));
    case 4:
        return QByteArray(1, fixedBits((near || out ? 0x0C : 0) | (out ? 0x60 : 0)));
    }
    return {};
}

QByteArray PrinterModel::noise()
{
    return QByteArray::fromHex("FFC3A581");
}

// DLE ENQ 2
void PrinterModel::recover()
{
    if (m_sensors.cutterJammed || m_clearsAlways)
        forgetBuffer();
    m_sensors.cutterJammed = false;
}

void PrinterModel::forgetBuffer()
{
    m_parser.clear();
    m_held.reset();
    m_line.clear();
}

// Only the answer behind printed matter gets lost: a kiosk asks before it prints, too.
bool PrinterModel::isAnswerLost()
{
    return std::exchange(m_printedSinceAnswer, false) && m_fault == PrinterFault::LoseAnswer;
}

QByteArray PrinterModel::inOrderAnswer(int n)
{
    if (isAnswerLost())
        return {};
    if (n != 1 && n != 49)
        return QByteArray(1, '\0'); // drawer: closed
    return QByteArray(1, m_sensors.paper == PaperState::NearEnd ? '\x03' : '\0');
}

// Header 37, identifier 22, the id as it came, NUL.
QByteArray PrinterModel::processIdAnswer(const QByteArray &id)
{
    if (isAnswerLost())
        return {};
    return "\x37\x22" + id + '\0';
}

QByteArray PrinterModel::automaticStatus() const
{
    const bool out = m_sensors.paper == PaperState::Out;
    const bool near = m_sensors.paper == PaperState::NearEnd;
    QByteArray status(4, '\0');
    status[0] = static_cast<char>(0x10 | (m_sensors.stops() ? 0x08 : 0) | (m_sensors.coverOpen ? 0x20 : 0));
    status[1] = m_sensors.cutterJammed ? '\x08' : '\0';
    status[2] = static_cast<char>((near || out ? 0x03 : 0) | (out ? 0x0C : 0));
    return status;
}

} // namespace tongban::drivers::emulator
