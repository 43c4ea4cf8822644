// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/sam_mask.h"

#include "drivers/codec/sam_frame.h"

#include <QString>

namespace tongban::drivers::codec {
namespace {

const QByteArray preamble = QByteArray::fromHex("AAAAAA9669");
constexpr qsizetype headerSize = 7; // preamble and Len
constexpr qsizetype statusSize = 3; // SW1 SW2 SW3
constexpr qsizetype textSize = 256;

constexpr auto commandOf(SamCommand command)
{
    return static_cast<quint16>(command);
}

} // namespace

QByteArray specimenCardText()
{
    QByteArray block = QByteArray("\x20\x00", 2).repeated(textSize / 2);
    const auto put = [&block](qsizetype offset, const QString &text) { // offsets: DEVICES 1, citizen
        for (qsizetype i = 0; i < text.size(); ++i) {
            block[offset + 2 * i] = static_cast<char>(text.at(i).unicode() & 0xFF);
            block[offset + 2 * i + 1] = static_cast<char>(text.at(i).unicode() >> 8);
        }
    };
    put(0, QStringLiteral("样本"));
    put(30, QStringLiteral("1"));
    put(32, QStringLiteral("01"));
    put(36, QStringLiteral("19900101"));
    put(52, QStringLiteral("样本地址"));
    put(122, QStringLiteral("339901199001010018")); // a division that does not exist, check digit of GB 11643
    put(158, QStringLiteral("样本机关"));
    put(188, QStringLiteral("20200101"));
    put(204, QStringLiteral("长期"));
    return block;
}

QByteArray SamMask::toDevice(const QByteArray &bytes)
{
    m_request += bytes;
    const qsizetype frame = m_request.lastIndexOf(preamble);
    if (frame >= 0 && m_request.size() >= frame + headerSize + 2)
        m_command = static_cast<quint16>(static_cast<quint8>(m_request.at(frame + headerSize)) << 8 |
                                         static_cast<quint8>(m_request.at(frame + headerSize + 1)));
    m_request = m_request.right(headerSize + statusSize);
    m_at = 0; // an answer that has not ended is none of this request
    return bytes;
}

QByteArray SamMask::fromDevice(const QByteArray &bytes)
{
    QByteArray masked;
    masked.reserve(bytes.size());
    for (const char byte : bytes)
        masked += m_at < preamble.size() ? outside(byte) : inside(byte);
    return masked;
}

char SamMask::outside(char byte)
{
    if (byte == preamble.at(m_at)) {
        ++m_at;
        m_difference = 0;
        return byte;
    }
    // AA AA AA AA is a preamble that begins one byte later.
    if (byte == preamble.front() && m_at == 3)
        return byte;
    m_at = byte == preamble.front() ? 1 : 0;
    return m_at == 1 ? byte : '\0';
}

char SamMask::inside(char byte)
{
    const qsizetype index = m_at++;
    if (index < headerSize) {
        m_length = index == headerSize - 2 ? static_cast<quint8>(byte) << 8 : m_length | static_cast<quint8>(byte);
        // As the decoder has it: a length that cannot be begins no frame.
        if (index == headerSize - 1 && (m_length < 2 || m_length > SamFrameDecoder::maxLength))
            m_at = 0;
        return byte;
    }
    const qsizetype inBody = index - headerSize;
    if (inBody == m_length - 1) {
        m_at = 0;
        return static_cast<char>(byte ^ m_difference);
    }
    if (inBody < statusSize)
        return byte;
    const char masked = specimen(inBody - statusSize, byte);
    m_difference = static_cast<char>(m_difference ^ byte ^ masked);
    return masked;
}

char SamMask::specimen(qsizetype index, char byte) const
{
    static const QByteArray text = specimenCardText();
    static const QByteArray photo = QByteArray::fromHex("574C66007E003200"); // how a WLT picture begins (DEVICES 1)
    if (m_command == commandOf(SamCommand::SamId))
        return byte; // the reader's own number
    const bool isBase = m_command == commandOf(SamCommand::ReadBase);
    if (!isBase && m_command != commandOf(SamCommand::ReadBaseAndFingerprint))
        return '\0';
    const qsizetype lengths = isBase ? 4 : 6; // of the sections
    if (index < lengths)
        return byte;
    if (index < lengths + textSize)
        return text.at(index - lengths);
    const qsizetype inPhoto = index - lengths - textSize;
    return inPhoto < photo.size() ? photo.at(inPhoto) : '\0';
}

} // namespace tongban::drivers::codec
