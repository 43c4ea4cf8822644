// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_text.h"

#include <QTest>

using namespace tongban::drivers::codec;

class EscposTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesGb18030_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("ideographs") << QStringLiteral("通办") << QByteArray("cda8b0ec");
        QTest::newRow("ascii") << QStringLiteral("No.1") << QByteArray("4e6f2e31");
        // GB 18030: 𠮷 is 95 34 B2 35, four bytes, which no ROM font holds.
        QTest::newRow("rare name") << QStringLiteral("𠮷") << QByteArray("a1fe");
        QTest::newRow("yen sign") << QStringLiteral("¥5") << QByteArray("a3a435");
        QTest::newRow("a command in a name") << QStringLiteral("王\x1B\x40\x10\x04秀") << QByteArray("cdf540d0e3");
    }
    void encodesGb18030()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, hex);
        QCOMPARE(escposEncodeText(text).toHex(), hex);
    }

    // Codes from GB 18030-2005, GBK 1.0 and GB 2312-80: 通 CDA8, 镕 E946, 㐀 81 39 EE 39, 𠮷 95 34 B2 35.
    void knowsWhatTheRomHolds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("gb18030");
        QTest::addColumn<QByteArray>("gbk");
        QTest::addColumn<QByteArray>("gb2312");
        const QByteArray none("a1fe");
        QTest::newRow("GB 2312") << QStringLiteral("通") << QByteArray("cda8") << QByteArray("cda8")
                                 << QByteArray("cda8");
        QTest::newRow("GBK") << QStringLiteral("镕") << QByteArray("e946") << QByteArray("e946") << none;
        QTest::newRow("extension A") << QStringLiteral("㐀") << QByteArray("8139ee39") << none << none;
        QTest::newRow("extension B") << QStringLiteral("𠮷") << none << none << none;
        QTest::newRow("yen") << QStringLiteral("¥") << QByteArray("a3a4") << QByteArray("a3a4") << QByteArray("a3a4");
        QTest::newRow("ascii") << QStringLiteral("A") << QByteArray("41") << QByteArray("41") << QByteArray("41");
    }
    void knowsWhatTheRomHolds()
    {
        QFETCH(QString, text);
        const std::pair<RomCharset, const char *> roms[] = {
            {RomCharset::Gb18030, "gb18030"}, {RomCharset::Gbk, "gbk"}, {RomCharset::Gb2312, "gb2312"}};
        for (const auto &[rom, column] : roms) {
            const QByteArray expected = *static_cast<QByteArray *>(QTest::qData(column, qMetaTypeId<QByteArray>()));
            QCOMPARE(escposEncodeText(text, rom).toHex(), expected);
            QCOMPARE(escposLacksGlyphs(QStringLiteral("x") + text, rom), expected == "a1fe");
        }
    }

    void measuresInDots()
    {
        QCOMPARE(escposTextWidth(QStringLiteral("青山镇")), 72);
        QCOMPARE(escposTextWidth(QStringLiteral("K01 号")), 72);
    }

    void wraps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("fits") << QStringLiteral("高龄津贴") << 96 << QStringList{QStringLiteral("高龄津贴")};
        QTest::newRow("breaks") << QStringLiteral("高龄津贴申请") << 96
                                << QStringList{QStringLiteral("高龄津贴"), QStringLiteral("申请")};
        QTest::newRow("no full stop first")
            << QStringLiteral("高龄津贴。请") << 96 << QStringList{QStringLiteral("高龄津"), QStringLiteral("贴。请")};
        QTest::newRow("two marks") << QStringLiteral("高龄津贴”。") << 96
                                   << QStringList{QStringLiteral("高龄津"), QStringLiteral("贴”。")};
        QTest::newRow("no bracket last") << QStringLiteral("高龄津（贴）") << 96
                                         << QStringList{QStringLiteral("高龄津"), QStringLiteral("（贴）")};
        QTest::newRow("number stays whole")
            << QStringLiteral("电话0571-88") << 96 << QStringList{QStringLiteral("电话"), QStringLiteral("0571-88")};
        QTest::newRow("too long a number")
            << QStringLiteral("123456789") << 48
            << QStringList{QStringLiteral("1234"), QStringLiteral("5678"), QStringLiteral("9")};
        QTest::newRow("space at the break")
            << QStringLiteral("高龄津贴 申请") << 96 << QStringList{QStringLiteral("高龄津贴"), QStringLiteral("申请")};
        QTest::newRow("own line feeds") << QStringLiteral("一\n\n二") << 96
                                        << QStringList{QStringLiteral("一"), QString(), QStringLiteral("二")};
    }
    void wraps()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QFETCH(QStringList, lines);
        QCOMPARE(escposWrap(text, width, 1), lines);
    }

    void doubledTypeHasHalfTheRoom()
    {
        const QStringList lines = escposWrap(QString(30, u'山'), 576, 2);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).size(), 12);
    }

    void everyLineFitsAndNothingIsLost()
    {
        const QString text =
            QStringLiteral("请于20个工作日后（最迟12月31日）带身份证到“便民服务中心”3号窗口领取，电话0571-88990011。");
        for (int width = 96; width <= 576; width += 12) {
            const QStringList lines = escposWrap(text, width, 1);
            for (const QString &line : lines)
                QVERIFY2(escposTextWidth(line) <= width, qPrintable(line));
            QCOMPARE(lines.join(QString()), text);
        }
    }
};

QTEST_GUILESS_MAIN(EscposTextTest)
#include "escpos_text_test.moc"
