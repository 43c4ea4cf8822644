// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/uuid7.h"

#include <QByteArray>
#include <QMutexLocker>
#include <QRandomGenerator>

#include <algorithm>

namespace tongban {

QUuid Uuid7Generator::next()
{
    const QMutexLocker locker(&m_mutex);
    const auto now = static_cast<quint64>(std::max<qint64>(m_clock.nowUtc().toMSecsSinceEpoch(), 0));
    if (now > m_lastMs) {
        m_lastMs = now;
        // A random start below half the range leaves room to count and hides how many were made.
        m_counter = static_cast<quint16>(QRandomGenerator::system()->bounded(0x800));
    } else if (++m_counter > 0xFFF) {
        ++m_lastMs;
        m_counter = 0;
    }

    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(m_lastMs >> (8 * (5 - i)));
    bytes[6] = static_cast<char>(0x70 | (m_counter >> 8));
    bytes[7] = static_cast<char>(m_counter & 0xFF);
    const quint64 tail = QRandomGenerator::system()->generate64();
    for (int i = 0; i < 8; ++i)
        bytes[8 + i] = static_cast<char>(tail >> (8 * i));
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

} // namespace tongban
