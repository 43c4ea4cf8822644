// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors: Device Class Definition for HID 1.11, section 6.2.2 (items, usages, Push and Pop) and appendix B.1 (the boot
// keyboard).
#include "drivers/codec/hid_report_descriptor.h"
#include "tests/unit/drivers/hid_descriptors.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::codec;

namespace {

std::vector<HidField> fieldsOf(const char *hex)
{
    const auto parsed = parseHidReportDescriptor(QByteArray::fromHex(hex));
    return parsed ? parsed->fields : std::vector<HidField>();
}

} // namespace

class HidDescriptorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBootKeyboard()
    {
        const auto parsed = parseHidReportDescriptor(tests::keyboardDescriptor());
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->applications, std::vector<HidUsage>{0x0001'0006});
        QVERIFY(!parsed->isNumbered);
        QCOMPARE(parsed->longestReport(), 8);
        QCOMPARE(parsed->fields.size(), size_t(8)); // the modifiers; key codes are an array
        for (int i = 0; i < 8; ++i) {
            const HidField expected{.usage = 0x0007'00E0U + static_cast<HidUsage>(i),
                                    .application = 0x0001'0006,
                                    .reportId = 0,
                                    .bitOffset = i,
                                    .bitSize = 1,
                                    .count = 1};
            QCOMPARE(parsed->fields.at(static_cast<size_t>(i)), expected);
        }
    }

    void reportsAreNumberedApart()
    {
        const auto parsed = parseHidReportDescriptor(
            QByteArray::fromHex("058C 0902 A101 8501 7508 9502 09FE 8102 8509 9503 09FE 8102 8501 9501 09FF 8102 C0"));
        QVERIFY(parsed.has_value());
        QVERIFY(parsed->isNumbered);
        QCOMPARE(parsed->bitsOfReport.value(1), 24);
        QCOMPARE(parsed->bitsOfReport.value(9), 24);
        QCOMPARE(parsed->longestReport(), 4);
        QCOMPARE(parsed->fields.size(), size_t(3));
        QCOMPARE(parsed->fields.at(2).bitOffset, 16); // report 1 went on where it had stopped
    }

    void theLastUsageStandsForTheRest()
    {
        const auto fields = fieldsOf("058C 0902 A101 7508 9505 09FB 09FE 8102 C0");
        QCOMPARE(fields.size(), size_t(2));
        QCOMPARE(fields.at(0).count, 1);
        QCOMPARE(fields.at(1).count, 4);
        QCOMPARE(fields.at(1).bitOffset, 8);
    }

    void thePageIsThatOfTheMainItem()
    {
        // 6.2.2.8: "concatenates the last declared Usage Page with a Usage"; a usage of four bytes brings its own.
        const auto fields = fieldsOf("0501 7508 9502 09FE 0B34128C00 058C 8102");
        QCOMPARE(fields.size(), size_t(2));
        QCOMPARE(fields.at(0).usage, 0x008C'00FEU);
        QCOMPARE(fields.at(1).usage, 0x008C'1234U);
    }

    void pushAndPopKeepGlobals()
    {
        const auto fields = fieldsOf("058C 7508 9501 A4 0501 7501 9508 093B 8102 B4 09FE 8102");
        QCOMPARE(fields.size(), size_t(2));
        QCOMPARE(fields.at(0).bitSize, 1);
        QCOMPARE(fields.at(1).usage, 0x008C'00FEU);
        QCOMPARE(fields.at(1).bitSize, 8);
        QCOMPARE(fields.at(1).bitOffset, 8);
    }

    void alternativesCountOnce()
    {
        const auto fields = fieldsOf("058C 7508 9501 A901 09FE 09FF A900 8102");
        QCOMPARE(fields.size(), size_t(1));
        QCOMPARE(fields.at(0).usage, 0x008C'00FEU);
    }

    void longItemsAreSkipped() { QCOMPARE(fieldsOf("058C FE03F0AABBCC 7508 9501 09FE 8102").size(), size_t(1)); }

    void whatIsNoDescriptor_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray::fromHex(hex); };
        row("cut in an item", "058C 26FF");
        row("cut in a long item", "FE05F0AA");
        row("no end", "058C 0902 A101");
        row("an end too many", "C0");
        row("a Pop too many", "B4");
        row("report number 0", "8500");
        row("elements of 4 GiB", "77FFFFFFFF 9501 8102");
        row("too many elements", "7508 97FFFFFFFF 8102");
        row("a report too long", "760001 960030 8102 8102");
        row("a range backwards", "1905 2903");
        QTest::newRow("longer than any") << QByteArray(5000, '\x05');
        QTest::newRow("collections without end") << QByteArray::fromHex("A101").repeated(100);
        QTest::newRow("pushed without end") << QByteArray(100, '\xA4');
    }
    void whatIsNoDescriptor()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(failedWith(parseHidReportDescriptor(bytes), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(HidDescriptorTest)
#include "hid_descriptor_test.moc"
