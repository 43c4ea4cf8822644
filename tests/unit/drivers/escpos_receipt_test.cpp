// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as DEVICES §2 gives them (Epson ESC/POS command reference).
#include "drivers/codec/escpos_receipt.h"

#include <QTest>

using namespace tongban;
using domain::ReceiptText;
using drivers::codec::escposReceipt;

namespace {

// The bytes of one block, without the job's beginning and end.
QByteArray blockHex(const domain::ReceiptBlock &block, int widthDots = 576)
{
    const QByteArray job = escposReceipt({{block}}, {.widthDots = widthDots});
    return job.mid(10, job.size() - 14).toHex();
}

} // namespace

class EscposReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesTheJob()
    {
        // init, Chinese mode, no automatic status, smoothing; feed past the cutter and cut
        QCOMPARE(escposReceipt({}, {}).toHex(), QByteArray("1b401c261d61001d62011d564210"));
    }

    void setsText()
    {
        QCOMPARE(blockHex(ReceiptText{.text = QStringLiteral("通办")}), QByteArray("1b6100"
                                                                                   "1b3320"
                                                                                   "1d2100"
                                                                                   "1b4500"
                                                                                   "cda8b0ec0a"));
    }

    void setsLargeText_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("tall");
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("body") << 1 << true << QByteArray("1d2101");
        QTest::newRow("double") << 2 << false << QByteArray("1d2111");
        QTest::newRow("fourfold") << 4 << false << QByteArray("1d2133");
        QTest::newRow("beyond the scale") << 9 << false << QByteArray("1d2133");
    }
    void setsLargeText()
    {
        QFETCH(int, scale);
        QFETCH(bool, tall);
        QFETCH(QByteArray, size);
        const QByteArray hex = blockHex(ReceiptText{.align = ReceiptText::Align::Centre,
                                                    .text = QStringLiteral("7"),
                                                    .scale = scale,
                                                    .tall = tall,
                                                    .bold = true});
        QVERIFY(hex.startsWith("1b6101"));
        QVERIFY2(hex.contains(size), hex.constData());
        QVERIFY(hex.contains("1b4501"));
    }

    void breaksLines()
    {
        const QByteArray hex = blockHex(ReceiptText{.text = QString(25, u'通')});
        QCOMPARE(hex.count("0a"), 2);
        QVERIFY(hex.endsWith("0acda80a"));
    }

    void drawsALineThatTheRomLacks()
    {
        const auto draw = [](const QString &line, const drivers::codec::EscposLineStyle &style) {
            const int rowBytes = line.size() * 3;
            return drivers::codec::EscposRaster{rowBytes, style.heightScale * 24,
                                                QByteArray(rowBytes * style.heightScale * 24, '\x10')};
        };
        const domain::ReceiptText text{.text = QStringLiteral("镕"), .tall = true};
        const QByteArray job =
            escposReceipt({{text}}, {.rom = drivers::codec::RomCharset::Gb2312, .draw = draw}).toHex();
        QVERIFY2(job.contains("1d76300003003000" + QByteArray(3 * 48, 'x').replace("x", "10") + "1b4a0c"), // 60 - 48
                 job.constData());
        QVERIFY(escposReceipt({{text}}, {.rom = drivers::codec::RomCharset::Gbk, .draw = draw}).contains("\xE9\x46"));
        QVERIFY(escposReceipt({{text}}, {.rom = drivers::codec::RomCharset::Gb2312}).contains("\xA1\xFE"));
    }

    void dotsAreNoCommands() // DLE EOT, DLE ENQ and DLE DC4 are obeyed inside an image too
    {
        const auto draw = [](const QString &, const drivers::codec::EscposLineStyle &) {
            return drivers::codec::EscposRaster{2, 3, QByteArray::fromHex("100410051014")};
        };
        const domain::ReceiptText text{.text = QStringLiteral("𠮷")};
        QVERIFY(escposReceipt({{text}}, {.draw = draw}).toHex().contains("100c100d101c"));
    }

    void aBrokenDrawingIsSetAsMissing()
    {
        const auto draw = [](const QString &, const drivers::codec::EscposLineStyle &) {
            return drivers::codec::EscposRaster{2, 3, "short"};
        };
        const domain::ReceiptText text{.text = QStringLiteral("𠮷")};
        QVERIFY(escposReceipt({{text}}, {.draw = draw}).contains("\xA1\xFE\n"));
    }

    void switchesAutomaticStatus() { QVERIFY(escposReceipt({}, {.reportsChanges = true}).toHex().contains("1d610e")); }

    void aCodeThatCommandsOrDoesNotFitIsLeftOut()
    {
        QVERIFY(blockHex(domain::ReceiptQr{.data = QByteArray("a\x10\x04\x01", 4)}).isEmpty());
        QVERIFY(blockHex(domain::ReceiptQr{.data = QByteArray(2332, 'x')}).isEmpty());
        QVERIFY(!blockHex(domain::ReceiptQr{.data = QByteArray(2331, 'x')}).isEmpty());
    }

    void drawsARuleAcrossThePaper()
    {
        QCOMPARE(blockHex(domain::ReceiptRule{}).count("a9a4"), 24); // ─
        QCOMPARE(blockHex(domain::ReceiptRule{}, 384).count("a9a4"), 16);
    }

    void drawsQr()
    {
        const QByteArray hex = blockHex(domain::ReceiptQr{.data = "TB1", .moduleDots = 6});
        QCOMPARE(hex, QByteArray("1b6101"
                                 "1b4a18"
                                 "1d286b040031413200"
                                 "1d286b0300314306"
                                 "1d286b0300314531"
                                 "1d286b0600315030544231"
                                 "1d286b0300315130"
                                 "1b4a18"));
    }

    void qrLengthHasTwoBytes()
    {
        const QByteArray hex = blockHex(domain::ReceiptQr{.data = QByteArray(300, 'x')});
        QVERIFY(hex.contains("1d286b2f01315030")); // 303 = 0x012F
    }

    void feeds() { QVERIFY(blockHex(domain::ReceiptFeed{3}).endsWith("1b6403")); }

    void staysUnderAKilobyte() // DEVICES §2: large type and native QR keep a ticket small
    {
        domain::ReceiptDocument ticket;
        for (int i = 0; i < 20; ++i)
            ticket.blocks.push_back(ReceiptText{.text = QStringLiteral("前面还有三位"), .tall = true});
        ticket.blocks.push_back(domain::ReceiptQr{.data = QByteArray(120, 'x')});
        QVERIFY(escposReceipt(ticket, {}).size() < 1024);
    }
};

QTEST_GUILESS_MAIN(EscposReceiptTest)
#include "escpos_receipt_test.moc"
