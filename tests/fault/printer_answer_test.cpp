// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that get lost, never come or make no sense.
#include "app/core/base/lane.h"
#include "tests/fault/printer_rig.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using ports::PrintOutcome;

class PrinterAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lost()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(400ms), QString());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("loseAnswer")).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("A"))), PrintOutcome::Unknown);
        QCOMPARE(rig.receipts(), 1); // it is on paper, only nobody can know
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("none")).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.text(2), expectedText(sampleReceipt(QStringLiteral("B"))));
    }

    void silent()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("silent")).has_value());
        QElapsedTimer waited;
        waited.start();
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("A"))), ErrorKind::DeviceSilent);
        QVERIFY(waited.elapsed() < 5000); // far from the 15 s of a confirmation
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("none")).has_value());
        QCOMPARE(rig.receipts(), 0);
    }

    void garbage()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("garbage")).has_value());
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("A"))), ErrorKind::ProtocolViolation);
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("none")).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1);
    }

    void garbageBehindTheJob()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(1500ms), QString());
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", 1000}}).has_value());
        Lane lane(QStringLiteral("printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return rig.print(sampleReceipt(QStringLiteral("A")), stop); });
        QTRY_VERIFY(rig.isPrinting());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("garbage")).has_value());
        EXPECT_OUTCOME(printing.result(), PrintOutcome::Unknown);
    }

    void stoppedInTheMiddle() // the kiosk is switched off: the call ends, its outcome is honest
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", 500}}).has_value());
        Lane lane(QStringLiteral("printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return rig.print(sampleReceipt(QStringLiteral("A")), stop); });
        QTRY_VERIFY(rig.isPrinting());
        QElapsedTimer waited;
        waited.start();
        lane.requestStop();
        EXPECT_OUTCOME(printing.result(), PrintOutcome::Unknown);
        QVERIFY(waited.elapsed() < 1000); // the duty is 200 ms; a busy machine gets more
    }

    void stoppedBeforeTheFirstByte()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        std::stop_source stop;
        stop.request_stop();
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("A")), stop.get_token()), ErrorKind::Cancelled);
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1);
    }
};

QTEST_GUILESS_MAIN(PrinterAnswerTest)
#include "printer_answer_test.moc"
