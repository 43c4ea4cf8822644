// SPDX-License-Identifier: GPL-3.0-or-later
// Text blocks of ID cards for tests, laid out by hand from the offsets of the field's table (GA 467, DEVICES 1), so
// that the decoder is not tested against itself.
#pragma once

#include <QByteArray>
#include <QString>

namespace tongban::tests {

class CardBlock
{
public:
    // The example of GB 11643 (11010519491231002X: Beijing Chaoyang, born 1949-12-31, a woman), laid on a card.
    CardBlock()
    {
        put(0, 30, QStringLiteral("王桂兰"));
        put(30, 2, QStringLiteral("2"));
        put(32, 4, QStringLiteral("01"));
        put(36, 16, QStringLiteral("19491231"));
        put(52, 70, QStringLiteral("北京市朝阳区青山镇 1 号"));
        put(122, 36, QStringLiteral("11010519491231002X"));
        put(158, 30, QStringLiteral("北京市公安局朝阳分局"));
        put(188, 16, QStringLiteral("20150301"));
        put(204, 16, QStringLiteral("长期"));
    }

    // Offset and length in bytes; the rest of the field is padded with U+0020.
    CardBlock &put(int offset, int length, const QString &text)
    {
        for (int i = 0; i < length / 2; ++i) {
            const ushort unit = i < text.size() ? text.at(i).unicode() : u' ';
            m_bytes[offset + 2 * i] = static_cast<char>(unit & 0xFF);
            m_bytes[offset + 2 * i + 1] = static_cast<char>(unit >> 8);
        }
        return *this;
    }

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes = QByteArray("\x20\x00", 2).repeated(128);
};

} // namespace tongban::tests
