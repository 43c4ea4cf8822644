// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: "HID Point of Sale Usage Tables" 1.02, page 0x8C, for the usages; the two input reports of one boarding pass
// in Access-IS, "LSR118 Product Manual", B.1.1 (56 and 4 bytes); the report of Newland, "NLS-FM420 Integration Guide".
#include "drivers/codec/hid_pos_report.h"
#include "tests/unit/drivers/hid_descriptors.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;
using namespace tongban::tests;

namespace {

const QByteArray boardingPass = "M1GATHERGOOD/MICHAEL  YABCDEF LHRDURAK 3542 052Y003D23  100";

// Report 2 as the manual draws it, byte by byte.
QByteArray report(const QByteArray &data, bool moreFollows, const QByteArray &aim = "]Q0")
{
    QByteArray bytes(1, '\x02');
    bytes += static_cast<char>(data.size());
    bytes += aim;
    bytes += data.leftJustified(56, '\0');
    bytes += QByteArray("s\0", 2);
    bytes += static_cast<char>(moreFollows ? 1 : 0);
    return bytes;
}

HidPosDecoder decoder(const QByteArray &descriptor = scannerDescriptor())
{
    return HidPosDecoder(*hidPosLayoutOf(descriptor));
}

} // namespace

class HidPosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLayoutIsRead()
    {
        const auto layout = hidPosLayoutOf(scannerDescriptor());
        QVERIFY(layout.has_value());
        QCOMPARE(layout->longestReport, 64);
        QVERIFY(layout->isNumbered);
        QCOMPARE(layout->reports.size(), size_t(1));
        const HidPosReport &only = layout->reports.front();
        QCOMPARE(only.reportId, 2);
        QCOMPARE(only.length->bitOffset, 0);
        QCOMPARE(only.aim.at(0)->bitOffset, 8);
        QCOMPARE(only.aim.at(2)->bitOffset, 24);
        QCOMPARE(only.data.bitOffset, 32);
        QCOMPARE(only.data.count, 56);
        QCOMPARE(only.continued->bitOffset, 62 * 8);
        QCOMPARE(only.continued->bitSize, 1);
    }

    void aCodeOfTwoReports()
    {
        auto codes = decoder();
        const auto first = codes.feed(report(boardingPass.first(56), true));
        QVERIFY(first.has_value() && !first->has_value());
        QVERIFY(codes.hasPending());
        const auto second = codes.feed(report(boardingPass.mid(56), false));
        QVERIFY(second.has_value() && second->has_value());
        QCOMPARE((*second)->bytes, boardingPass);
        QCOMPARE((*second)->aim->symbology, domain::Symbology::QrCode);
        QVERIFY(!codes.hasPending());
    }

    void anotherMaker()
    {
        const auto layout = hidPosLayoutOf(newlandDescriptor());
        QVERIFY(layout.has_value());
        QCOMPARE(layout->longestReport, 64);
        QVERIFY(!layout->reports.front().aim.at(0));
        auto codes = HidPosDecoder(*layout);
        const auto code = codes.feed(QByteArray("\x02\x03"
                                                "abc")
                                         .leftJustified(64, '\0'));
        QVERIFY(code.has_value() && code->has_value());
        QCOMPARE((*code)->bytes, QByteArray("abc"));
        QVERIFY(!(*code)->aim);
    }

    void anotherArrangement()
    {
        auto codes = decoder(otherScannerDescriptor());
        const auto first = codes.feed(QByteArray(1, '\x01') + "0123456789abcdef" + "]C0");
        QVERIFY(first.has_value() && !first->has_value());
        const auto second = codes.feed(QByteArray(1, '\0') + QByteArray("xyz").leftJustified(16, '\0') + "]C0");
        QVERIFY(second.has_value() && second->has_value());
        QCOMPARE((*second)->bytes, QByteArray("0123456789abcdefxyz"));
        QCOMPARE((*second)->aim->symbology, domain::Symbology::Code128);
    }

    void aScannerThatDoesNotTellTheSymbology()
    {
        const auto code = decoder().feed(report("abc", false, QByteArray(3, '\0')));
        QVERIFY(code.has_value() && code->has_value());
        QVERIFY(!(*code)->aim);
    }

    void nothingReadIsNoCode()
    {
        const auto code = decoder().feed(report({}, false));
        QVERIFY(code.has_value() && !code->has_value());
    }

    void lengthCountsNotPadding()
    {
        const auto code = decoder().feed(report(QByteArray("a\0b\0", 4), false));
        QVERIFY(code.has_value() && code->has_value());
        QCOMPARE((*code)->bytes, QByteArray("a\0b\0", 4));
    }

    void brokenReports_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("short") << report("abc", false).first(63);
        QTest::newRow("unknown number") << report("abc", false).replace(0, 1, "\x03");
        QTest::newRow("length beyond the field") << report("abc", false).replace(1, 1, "\x39");
    }
    void brokenReports()
    {
        QFETCH(QByteArray, bytes);
        auto codes = decoder();
        QVERIFY(codes.feed(report("begun", true)).has_value());
        QVERIFY(failedWith(codes.feed(bytes), ErrorKind::ProtocolViolation));
        QVERIFY(!codes.hasPending());
    }

    void aCodeThatNeverEnds()
    {
        auto codes = decoder();
        int reports = 0;
        while (codes.feed(report(QByteArray(56, 'x'), true)).has_value())
            QVERIFY(++reports < 1000);
    }

    void otherDevices()
    {
        for (const QByteArray &descriptor : {QByteArray(), keyboardDescriptor(), scannerDescriptor().first(40),
                                             QByteArray::fromHex("058C 0902 A101 7508 9501 09FB 8102 C0")})
            QVERIFY(failedWith(hidPosLayoutOf(descriptor), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(HidPosTest)
#include "hid_pos_test.moc"
