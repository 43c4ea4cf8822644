// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/lane.h"
#include "tests/fault/printer_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using ports::PrintOutcome;

class PrinterUnpluggedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheJob()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("A"))), PrintOutcome::Confirmed);
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("unplugged")).has_value());
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("B"))),
                       ErrorKind::DeviceAbsent); // the open line hangs up
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("B"))), ErrorKind::DeviceAbsent); // there is no line
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("none")).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("C"))), PrintOutcome::Confirmed); // back by itself
        QCOMPARE(rig.receipts(), 2);
    }

    void inTheMiddle()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", 500}}).has_value());
        Lane lane(QStringLiteral("printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return rig.print(sampleReceipt(QStringLiteral("A")), stop); });
        QTRY_VERIFY(rig.isPrinting());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("unplugged")).has_value());
        EXPECT_OUTCOME(printing.result(), PrintOutcome::Unknown);
    }

    void thePrinterDies()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("A"))), PrintOutcome::Confirmed);
        QVERIFY(rig.process().stop());
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("B"))), ErrorKind::DeviceAbsent);
    }
};

QTEST_GUILESS_MAIN(PrinterUnpluggedTest)
#include "printer_unplugged_test.moc"
