// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/sam_reader.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

const QByteArray preamble = QByteArray::fromHex("AAAAAA9669");
const QByteArray samId =
    QByteArray::fromHex("0500010053ED330178563412B1685503"); // 05.01-20180307-…: u16 u16 u32 u32 u32, LE
constexpr Micros requestTimeout{100'000};                    // half a request older than this is forgotten
constexpr int longestRequest = 32;                           // Len; the longest command of DEVICES §1 has 4

char checksum(const QByteArray &bytes)
{
    char sum = 0;
    for (const char byte : bytes)
        sum = static_cast<char>(sum ^ byte);
    return sum;
}

QByteArray frame(quint8 sw3, const QByteArray &data = {})
{
    const auto length = data.size() + 4;
    QByteArray body;
    body += static_cast<char>(length >> 8);
    body += static_cast<char>(length & 0xFF);
    body += QByteArray("\0\0", 2);
    body += static_cast<char>(sw3);
    body += data;
    return preamble + body + checksum(body);
}

} // namespace

void SamReader::place(CardChip chip)
{
    m_chip = std::move(chip);
    m_field = Field::Laid;
    m_wasRead = false;
}

void SamReader::lift()
{
    m_field = Field::Empty;
    m_wasRead = false;
    m_chip = {};
}

QByteArray SamReader::receive(const QByteArray &bytes, Micros now)
{
    // Half a request is given up when another begins after a pause; a pause alone may be the machine's that emulates us.
    const bool begins = bytes.startsWith(preamble) || preamble.startsWith(bytes);
    if (begins && now - m_lastByteAt > requestTimeout)
        m_input.clear();
    m_lastByteAt = now;
    m_input += bytes;
    QByteArray answers;
    for (QByteArray request = takeRequest(); !request.isEmpty(); request = takeRequest()) {
        const QByteArray answered = answer(request);
        switch (m_fault) {
        case ReaderFault::Silent:
            break;
        case ReaderFault::Garbage:
            answers += QByteArray::fromHex("55FF00C3AA96AA69117E");
            break;
        case ReaderFault::None:
        case ReaderFault::LiftMidRead:
        case ReaderFault::BadChecksum:
        case ReaderFault::OneByte:
            answers += answered;
            break;
        }
    }
    return answers;
}

QByteArray SamReader::takeRequest()
{
    const qsizetype start = m_input.indexOf(preamble);
    if (start < 0) {
        m_input = m_input.right(preamble.size() - 1); // noise; the tail may be half a preamble
        return {};
    }
    m_input.remove(0, start);
    constexpr qsizetype lengthAt = 5;
    if (m_input.size() < lengthAt + 2)
        return {};
    const int length = static_cast<quint8>(m_input.at(lengthAt)) << 8 | static_cast<quint8>(m_input.at(lengthAt + 1));
    if (length < 3 || length > longestRequest) {
        const QByteArray wrong = m_input.mid(lengthAt, 2);
        m_input.remove(0, lengthAt + 2);
        return wrong; // only a length: answered with "request length"
    }
    if (m_input.size() < lengthAt + 2 + length)
        return {};
    const QByteArray request = m_input.mid(lengthAt, 2 + length);
    m_input.remove(0, lengthAt + 2 + length);
    return request;
}

QByteArray SamReader::answer(const QByteArray &request)
{
    if (request.size() < 5)
        return frame(0x11); // request length
    if (checksum(request) != 0)
        return frame(0x10); // the XOR over everything with its checksum is zero
    const QByteArray command = request.mid(2, request.size() - 3);
    const QByteArray code = command.left(2).toHex().toUpper();
    if (code == "10FF" || code == "11FF")
        return frame(0x90);
    if (code == "12FF")
        return frame(0x90, samId);
    if (code == "61FF")
        return frame(command.size() == 3 ? 0x90 : 0x11);
    if (code == "2001")
        return find();
    if (code == "2002")
        return select();
    if (code == "3001")
        return read(false);
    if (code == "3010")
        return read(true);
    if (code == "3003")
        return readNewAddress();
    return frame(0x21); // bad command
}

QByteArray SamReader::find()
{
    if (m_field == Field::Empty || (m_wasRead && !m_findsReadCard))
        return frame(0x80);
    m_field = Field::Found;
    return frame(0x9F, QByteArray(4, '\0'));
}

QByteArray SamReader::select()
{
    if (m_field != Field::Found)
        return frame(0x81);
    m_field = Field::Selected;
    return frame(0x90, QByteArray(8, '\0'));
}

QByteArray SamReader::read(bool withFingerprint)
{
    if (m_fault == ReaderFault::LiftMidRead && m_field == Field::Selected) {
        m_fault = ReaderFault::None;
        lift();
    }
    if (m_field != Field::Selected)
        return frame(0x41); // read failed
    m_wasRead = true;       // still selected: an answer that was spoilt on the line may be asked for again
    QByteArray data = QByteArray::fromHex("01000400");
    if (withFingerprint) {
        const auto length = m_chip.fingerprint.size();
        data += static_cast<char>(length >> 8);
        data += static_cast<char>(length & 0xFF);
    }
    const QByteArray fingerprint = withFingerprint ? m_chip.fingerprint : QByteArray();
    QByteArray answered = frame(0x90, data + m_chip.text + m_chip.photo + fingerprint);
    if (m_fault == ReaderFault::BadChecksum)
        answered.back() = static_cast<char>(answered.back() ^ 0x01);
    return answered;
}

QByteArray SamReader::readNewAddress() const
{
    if (m_field != Field::Selected)
        return frame(0x41); // read failed
    return m_chip.newAddress.isEmpty() ? frame(0x91) : frame(0x90, m_chip.newAddress); // 91: never moved house
}

} // namespace tongban::drivers::emulator
