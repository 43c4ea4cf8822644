// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/code_frames.h"

#include <algorithm>

namespace tongban::drivers::codec {

namespace {

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

QByteArray suffixOf(CodeEnding ending) // empty: no single one
{
    switch (ending) {
    case CodeEnding::Cr:
        return "\r";
    case CodeEnding::Lf:
        return "\n";
    case CodeEnding::CrLf:
        return "\r\n";
    case CodeEnding::Line:
    case CodeEnding::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

qsizetype CodeFrames::endOfFrame() const
{
    if (m_ending == CodeEnding::Gap)
        return -1;
    if (m_ending != CodeEnding::Line)
        return m_pending.indexOf(suffixOf(m_ending));
    const auto end = std::find_if(m_pending.cbegin(), m_pending.cend(), isLineEnd);
    return end == m_pending.cend() ? -1 : end - m_pending.cbegin();
}

void CodeFrames::skipLineEnds()
{
    const auto first = std::find_if_not(m_pending.cbegin(), m_pending.cend(), isLineEnd);
    m_pending.remove(0, first - m_pending.cbegin());
}

std::optional<QByteArray> CodeFrames::next()
{
    const qsizetype suffix = std::max<qsizetype>(suffixOf(m_ending).size(), 1);
    while (true) {
        if (m_ending == CodeEnding::Line)
            skipLineEnds();
        const qsizetype end = endOfFrame();
        if (end < 0)
            return std::nullopt;
        const QByteArray frame = m_pending.first(end);
        m_pending.remove(0, end + suffix);
        if (!frame.isEmpty())
            return frame;
    }
}

std::optional<QByteArray> CodeFrames::endBySilence()
{
    if (m_ending != CodeEnding::Line && m_ending != CodeEnding::Gap)
        return std::nullopt;
    QByteArray frame;
    frame.swap(m_pending);
    while (!frame.isEmpty() && isLineEnd(frame.back()))
        frame.chop(1);
    return frame.isEmpty() ? std::nullopt : std::optional(frame);
}

} // namespace tongban::drivers::codec
