// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/modbus_board.h"

namespace tongban::drivers::emulator {
namespace {

constexpr char unit = 1;
constexpr Micros requestTimeout{50'000}; // half a frame older than this is forgotten; the standard's 1.5 characters are
                                         // less than this machine's timers can tell
constexpr char illegalFunction = 1;
constexpr char illegalAddress = 2;
constexpr char illegalValue = 3;
constexpr char deviceFailure = 4;

// V1.02, 6.2.1: the two bytes in the order of the wire, so that a frame with its CRC comes to zero.
std::array<char, 2> crcOf(const QByteArray &bytes)
{
    unsigned sum = 0xFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int shift = 0; shift < 8; ++shift) {
            const bool carry = sum & 1U;
            sum >>= 1;
            if (carry)
                sum ^= 0xA001U;
        }
    }
    return {static_cast<char>(sum & 0xFFU), static_cast<char>(sum >> 8)};
}

QByteArray framed(const QByteArray &pdu)
{
    QByteArray frame(1, unit);
    frame += pdu;
    const auto crc = crcOf(frame);
    frame += crc[0];
    frame += crc[1];
    return frame;
}

QByteArray exception(char function, char code)
{
    QByteArray pdu(1, static_cast<char>(function | 0x80));
    pdu += code;
    return pdu;
}

int wordAt(const QByteArray &bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes.at(at)) << 8 | static_cast<unsigned char>(bytes.at(at + 1));
}

// How long a request is; nothing until enough of it is there. All functions but 0F and 10 have a fixed length.
std::optional<qsizetype> requestLength(const QByteArray &input)
{
    if (input.size() < 2)
        return std::nullopt;
    if (input.at(1) != 0x0F && input.at(1) != 0x10)
        return 8;
    if (input.size() < 7)
        return std::nullopt;
    return 9 + static_cast<unsigned char>(input.at(6));
}

} // namespace

QByteArray ModbusBoard::receive(const QByteArray &bytes, Micros now)
{
    if (now - m_lastByteAt > requestTimeout)
        m_input.clear();
    m_lastByteAt = now;
    m_input += bytes;
    QByteArray answers;
    for (auto length = requestLength(m_input); length && m_input.size() >= *length; length = requestLength(m_input)) {
        const QByteArray frame = m_input.first(*length);
        const auto crc = crcOf(frame.chopped(2));
        if (crc[0] != frame.at(*length - 2) || crc[1] != frame.at(*length - 1)) {
            m_input.remove(0, 1); // a server says nothing to a broken frame
            continue;
        }
        m_input.remove(0, *length);
        if (frame.at(0) == unit)
            answers += answer(frame);
    }
    return answers;
}

QByteArray ModbusBoard::answer(const QByteArray &frame)
{
    const char function = frame.at(1);
    switch (m_fault) {
    case BoardFault::Silent:
        return {};
    case BoardFault::Garbage:
        return QByteArray::fromHex("0182FFA5C35A00E1");
    case BoardFault::Refuse:
        return framed(exception(function, deviceFailure));
    case BoardFault::None:
    case BoardFault::OneByte:
        break;
    }
    const int address = wordAt(frame, 2);
    const int value = wordAt(frame, 4);
    if (function == 0x01)
        return framed(readBits(function, m_coils, address, value));
    if (function == 0x02)
        return framed(readBits(function, m_inputs, address, value));
    if (function == 0x05)
        return framed(writeOne(frame.mid(1, frame.size() - 3), address, value));
    if (function == 0x0F)
        return framed(writeMany(frame.mid(1, frame.size() - 3), address, value));
    return framed(exception(function, illegalFunction));
}

QByteArray ModbusBoard::readBits(char function, const std::array<bool, coilCount> &bits, int first, int count)
{
    if (count < 1 || count > 2000)
        return exception(function, illegalValue);
    if (first + count > coilCount)
        return exception(function, illegalAddress);
    char packed = 0;
    for (int i = 0; i < count; ++i)
        packed = static_cast<char>(packed | (bits[static_cast<size_t>(first + i)] ? 1 << i : 0));
    QByteArray pdu(1, function);
    pdu += '\1'; // eight bits at most: one byte
    pdu += packed;
    return pdu;
}

QByteArray ModbusBoard::writeOne(const QByteArray &pdu, int address, int value)
{
    if (value != 0xFF00 && value != 0)
        return exception(pdu.at(0), illegalValue);
    if (address >= coilCount)
        return exception(pdu.at(0), illegalAddress);
    m_coils[static_cast<size_t>(address)] = value != 0;
    return pdu;
}

QByteArray ModbusBoard::writeMany(const QByteArray &pdu, int first, int count)
{
    const QByteArray bits = pdu.sliced(6);
    if (count < 1 || count > 1968 || bits.size() != (count + 7) / 8)
        return exception(pdu.at(0), illegalValue);
    if (first + count > coilCount)
        return exception(pdu.at(0), illegalAddress);
    for (int i = 0; i < count; ++i)
        m_coils[static_cast<size_t>(first + i)] = (bits.at(0) >> i & 1) != 0;
    return pdu.first(5);
}

} // namespace tongban::drivers::emulator
