// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_mask.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tongban::drivers::codec {
namespace {

constexpr int DLE = 0x10;
constexpr int ESC = 0x1B;
constexpr int FS = 0x1C;
constexpr int GS = 0x1D;
constexpr char filler = 'x';

struct Fixed
{
    int prefix;
    int code;
    int parameters; // bytes behind the two
};

// The commands of DEVICES §2 and their neighbours in the field. What is not here is taken for text: better a command
// less in the recording than a name more.
constexpr std::array<Fixed, 37> fixedCommands{{
    {ESC, '@', 0}, {ESC, '!', 1}, {ESC, 'E', 1}, {ESC, 'G', 1},  {ESC, '-', 1},  {ESC, 'a', 1},  {ESC, '2', 0}, {ESC, '3', 1},
    {ESC, 'd', 1}, {ESC, 'J', 1}, {ESC, 't', 1}, {ESC, 'R', 1},  {ESC, 'M', 1},  {ESC, ' ', 1},  {ESC, '$', 2}, {ESC, '{', 1},
    {ESC, 'p', 3}, {ESC, 'i', 0}, {ESC, 'm', 0}, {FS, '&', 0},   {FS, '.', 0},   {FS, '!', 1},   {FS, '-', 1},  {FS, 'S', 2},
    {GS, '!', 1},  {GS, 'B', 1},  {GS, 'b', 1},  {GS, 'a', 1},   {GS, 'r', 1},   {GS, 'L', 2},   {GS, 'W', 2},  {GS, 'I', 1},
    {GS, 'h', 1},  {GS, 'w', 1},  {DLE, 4, 1},   {DLE, 5, 1},    {DLE, 0x14, 8}, // DLE DC4 8 with its seven guard bytes
}};

std::optional<int> parametersOf(int prefix, int code)
{
    const auto known = std::find_if(fixedCommands.begin(), fixedCommands.end(),
                                    [&](const Fixed &fixed) { return fixed.prefix == prefix && fixed.code == code; });
    return known == fixedCommands.end() ? std::nullopt : std::optional(known->parameters);
}

} // namespace

QByteArray EscposMask::toDevice(const QByteArray &bytes)
{
    m_pending += bytes;
    QByteArray masked;
    while (!m_pending.isEmpty()) {
        const qsizetype through = step(masked);
        if (through == 0)
            break;
        m_pending.remove(0, through);
    }
    return masked;
}

qsizetype EscposMask::step(QByteArray &masked)
{
    if (m_payload > 0) {
        const qsizetype count = std::min(m_payload, m_pending.size());
        masked += QByteArray(count, m_filler);
        m_payload -= count;
        return count;
    }
    const int first = at(0);
    if (first == DLE || first == ESC || first == FS || first == GS)
        return command(masked);
    masked += first < 0x20 ? static_cast<char>(first) : filler; // LF, CR, HT; everything else is text
    return 1;
}

qsizetype EscposMask::keep(QByteArray &masked, qsizetype bytes) const
{
    if (m_pending.size() < bytes)
        return 0;
    masked += m_pending.first(bytes);
    return bytes;
}

qsizetype EscposMask::command(QByteArray &masked)
{
    if (m_pending.size() < 2)
        return 0;
    if (const auto parameters = parametersOf(at(0), at(1)))
        return keep(masked, 2 + *parameters);
    if (at(0) == GS && at(1) == 'V') // 66 n: feed and cut
        return m_pending.size() < 3 ? 0 : keep(masked, at(2) == 65 || at(2) == 66 ? 4 : 3);
    if (at(0) == GS && at(1) == 'v') { // v 0 m xL xH yL yH, a picture
        const qsizetype kept = keep(masked, 8);
        if (kept > 0) {
            m_payload = static_cast<qsizetype>(at(4) | at(5) << 8) * (at(6) | at(7) << 8);
            m_filler = '\0';
        }
        return kept;
    }
    if (at(0) == GS && at(1) == '(') { // ( k pL pH cn fn …: a code; of the others only the length is known
        constexpr qsizetype head = 5;
        if (m_pending.size() < head)
            return 0;
        const qsizetype length = at(3) | at(4) << 8;
        const bool isCode = at(2) == 'k' && length >= 3;
        const qsizetype kept = keep(masked, head + (isCode ? 3 : 0));
        if (kept > 0) {
            m_payload = length - (kept - head);
            m_filler = filler;
        }
        return kept;
    }
    masked += static_cast<char>(at(0)); // nobody knows this one
    masked += filler;
    return 2;
}

} // namespace tongban::drivers::codec
