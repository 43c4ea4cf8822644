// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/split_pipes.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::transport {

void SplitPipes::feedHeaderPipe(const QByteArray &bytes)
{
    m_ready += bytes;
    account(bytes);
    passBody();
}

void SplitPipes::feedBodyPipe(const QByteArray &bytes)
{
    m_held += bytes;
    passBody();
}

// Where in its messages the header pipe stands.
void SplitPipes::account(const QByteArray &headerPipe)
{
    for (const char byte : headerPipe) {
        if (m_bodyLeft > 0 && m_held.isEmpty() && headerPipe.size() > m_rule.headerBytes) {
            --m_bodyLeft; // the whole message comes on this pipe
            continue;
        }
        if (m_header.size() == m_rule.headerBytes || m_bodyLeft > 0) {
            m_header.clear(); // a new message, whatever became of the one before
            m_bodyLeft = 0;
        }
        m_header += byte;
        if (m_header.size() == m_rule.headerBytes)
            m_bodyLeft = static_cast<quint8>(m_header.at(m_rule.lengthAt)) << 8 |
                         static_cast<quint8>(m_header.at(m_rule.lengthAt + 1));
    }
}

void SplitPipes::passBody()
{
    const qsizetype count = std::min(m_bodyLeft, m_held.size());
    m_ready += m_held.first(count);
    m_held.remove(0, count);
    m_bodyLeft -= count;
}

QByteArray SplitPipes::take(qsizetype maxBytes)
{
    const QByteArray taken = m_ready.first(std::min(maxBytes, m_ready.size()));
    m_ready.remove(0, taken.size());
    return taken;
}

void SplitPipes::releaseHeld()
{
    m_ready += std::exchange(m_held, {});
}

void SplitPipes::clear()
{
    m_header.clear();
    m_bodyLeft = 0;
    m_held.clear();
    m_ready.clear();
}

} // namespace tongban::drivers::transport
