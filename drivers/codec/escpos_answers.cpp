// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_answers.h"

#include <utility>

namespace tongban::drivers::codec {
namespace {

constexpr quint8 processIdHeader = 0x37;
constexpr quint8 processIdMark = 0x22;
constexpr qsizetype processIdLength = 7;
constexpr qsizetype automaticLength = 4;

} // namespace

std::optional<EscposAnswer> EscposAnswerDecoder::feed(quint8 byte)
{
    if (!m_group.isEmpty() && static_cast<quint8>(m_group.at(0)) == processIdHeader)
        return processId(byte);
    if (!m_group.isEmpty())
        return automatic(byte);
    if (beginsEscposAutomaticStatus(byte) || (m_expectsProcessIds && byte == processIdHeader)) {
        m_group += static_cast<char>(byte);
        return std::nullopt;
    }
    return alone(byte);
}

std::vector<EscposAnswer> EscposAnswerDecoder::feed(const QByteArray &bytes)
{
    std::vector<EscposAnswer> answers;
    for (const char byte : bytes) {
        if (auto answer = feed(static_cast<quint8>(byte)))
            answers.push_back(std::move(*answer));
    }
    return answers;
}

EscposAnswer EscposAnswerDecoder::alone(quint8 byte)
{
    if (isEscposRealTimeAnswer(byte))
        return EscposRealTime{byte};
    if (isEscposInOrderAnswer(byte))
        return EscposInOrder{byte};
    return EscposAlien{byte};
}

// A byte with bit 4 or 7 is none of the three that are owed: it stands for itself (a real-time answer may overtake),
// and the three are owed still.
std::optional<EscposAnswer> EscposAnswerDecoder::automatic(quint8 byte)
{
    if (beginsEscposAutomaticStatus(byte)) { // the rest of the first one was lost
        m_group = QByteArray(1, static_cast<char>(byte));
        return std::nullopt;
    }
    if (byte & 0x90)
        return alone(byte);
    m_group += static_cast<char>(byte);
    if (m_group.size() < automaticLength)
        return std::nullopt;
    const auto status = parseEscposAutomaticStatus(std::exchange(m_group, {}));
    if (!status)
        return EscposAlien{byte};
    return EscposAutomatic{*status};
}

std::optional<EscposAnswer> EscposAnswerDecoder::processId(quint8 byte)
{
    const qsizetype at = m_group.size();
    const bool fits = (at == 1 && byte == processIdMark) || (at > 1 && at < 6 && byte >= 0x20 && byte <= 0x7E) ||
                      (at == processIdLength - 1 && byte == 0);
    if (!fits) {
        m_group.clear();
        return EscposAlien{byte}; // never an answer of its own: it may be the rest of a broken group
    }
    m_group += static_cast<char>(byte);
    if (m_group.size() < processIdLength)
        return std::nullopt;
    return EscposProcessId{std::exchange(m_group, {}).mid(2, 4)};
}

} // namespace tongban::drivers::codec
