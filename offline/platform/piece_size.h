// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace tongban::offline::platform {

// How much of a page one PATCH carries. What is on its way when the line is cut is lost, and the kernel alone holds
// megabytes: on a line that is cut every 200 KB whole pages would be sent twice. So a piece is small against the length
// that the line is known to hold, and grows while it holds. One for all uploads of a line; pure.
class PieceSize
{
public:
    static constexpr qint64 first = 128 * 1024; // a usual page whole
    static constexpr qint64 smallest = 2 * 1024;
    static constexpr qint64 largest = 64 * 1024 * 1024; // as good as whole

    [[nodiscard]] qint64 next() const { return m_piece; }

    void arrived(qint64 bytes)
    {
        m_run += bytes;
        m_emptyCuts = 0;
        // Never cut so far: as a beginning of TCP. Else only beyond four times what it held last.
        if (m_held == 0 || m_run > 4 * m_held)
            m_piece = std::min(largest, m_piece * 2);
    }

    // The piece under way was lost with its connection.
    void cut()
    {
        // Others of the same moment are lost with nothing in between, and say nothing new; a whole row of them does.
        if (m_run == 0 && m_held != 0) {
            if (++m_emptyCuts > rowOfCuts)
                m_piece = std::max(smallest, m_piece / 2);
            return;
        }
        const qint64 next = m_run > 0 ? m_run / shareOfRun : m_piece / 2; // the first cut of all may be an accident
        m_held = m_run > 0 ? m_run : m_piece;
        m_run = 0;
        m_piece = std::clamp(next, smallest, m_piece);
    }

private:
    static constexpr qint64 shareOfRun = 40; // what a cut then costs of what went through: some 3 %
    static constexpr int rowOfCuts = 4;

    qint64 m_piece = first;
    qint64 m_run = 0;  // bytes since the last cut
    qint64 m_held = 0; // bytes between the last two cuts; 0: it was never cut
    int m_emptyCuts = 0;
};

} // namespace tongban::offline::platform
