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

    // The other kinds, after their tables; numbers as on the specimen cards in circulation [?] (Y: DEVICES 1).
    [[nodiscard]] static CardBlock hongKongPermit() // J
    {
        CardBlock block = blank();
        return block.put(0, 30, QStringLiteral("证件样本"))
            .put(30, 2, QStringLiteral("2"))
            .put(36, 16, QStringLiteral("19940823"))
            .put(52, 70, QStringLiteral("北京市东城区前三门东大街 1 号"))
            .put(122, 36, QStringLiteral("810000199408230021"))
            .put(158, 30, QStringLiteral("北京市公安局"))
            .put(188, 16, QStringLiteral("20180901"))
            .put(204, 16, QStringLiteral("20230901"))
            .put(220, 18, QStringLiteral("H12345678"))
            .put(238, 4, QStringLiteral("01"))
            .put(248, 2, QStringLiteral("J"));
    }
    [[nodiscard]] static CardBlock foreigner2017() // I
    {
        CardBlock block = blank();
        return block.put(0, 120, QStringLiteral("ZHENGJIAN, YANGBEN"))
            .put(120, 2, QStringLiteral("2"))
            .put(122, 30, QStringLiteral("CAN110081080310"))
            .put(152, 6, QStringLiteral("CAN"))
            .put(158, 30, QStringLiteral("证件样本"))
            .put(188, 16, QStringLiteral("20150604"))
            .put(204, 16, QStringLiteral("20250603"))
            .put(220, 16, QStringLiteral("19810803"))
            .put(236, 4, QStringLiteral("01"))
            .put(240, 8, QStringLiteral("1500"))
            .put(248, 2, QStringLiteral("I"));
    }
    [[nodiscard]] static CardBlock foreigner2023() // Y
    {
        CardBlock block = blank();
        return block.put(0, 30, QStringLiteral("证件样本"))
            .put(30, 2, QStringLiteral("2"))
            .put(32, 4, QStringLiteral("00"))
            .put(36, 16, QStringLiteral("19810803"))
            .put(52, 70, QStringLiteral("ZHENGJIAN YANGBEN"))
            .put(122, 36, QStringLiteral("911124198108030024"))
            .put(188, 16, QStringLiteral("20230915"))
            .put(204, 16, QStringLiteral("20330915"))
            .put(242, 6, QStringLiteral("CAN"))
            .put(248, 2, QStringLiteral("Y"));
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
    [[nodiscard]] static CardBlock blank()
    {
        CardBlock block;
        block.put(0, 256, QString());
        return block;
    }
    QByteArray m_bytes = QByteArray("\x20\x00", 2).repeated(128);
};

} // namespace tongban::tests
