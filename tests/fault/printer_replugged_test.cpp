// SPDX-License-Identifier: GPL-3.0-or-later
// A transient disconnect plus a retry has doubled prints elsewhere (DEVICES §2). Whenever the cable goes, after it is
// back the driver sends nothing of the old document: there is never a second copy on paper.
#include "app/core/base/lane.h"
#include "tests/fault/printer_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using ports::PrintOutcome;

namespace {

int copiesOf(PrinterRig &rig, const QString &number)
{
    int copies = 0;
    for (int i = 1; i <= rig.receipts(); ++i)
        copies += rig.text(i).count(QStringLiteral("[QR] TB1;") + number);
    return copies;
}

bool plug(PrinterRig &rig, bool in)
{
    return rig.client().setPrinterFault(in ? QStringLiteral("none") : QStringLiteral("unplugged")).has_value();
}

// What a kiosk does meanwhile: it looks how the printer is, until it is well.
bool becomesWell(PrinterRig &rig)
{
    return QTest::qWaitFor([&] { return rig.printer().probe(Deadline::in(2s), {}).has_value(); }, 10'000);
}

} // namespace

class PrinterRepluggedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Slow enough that bytes, dots or the answer are still under way when the cable goes.
    void inTheMiddle_data()
    {
        QTest::addColumn<int>("dotsPerSecond");
        QTest::newRow("of the bytes") << 100;
        QTest::newRow("of the paper, all bytes gone") << 1500;
    }
    void inTheMiddle()
    {
        QFETCH(int, dotsPerSecond);
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", dotsPerSecond}}).has_value());
        Lane lane(QStringLiteral("printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return rig.print(sampleReceipt(QStringLiteral("A")), stop); });
        QTRY_VERIFY(rig.isPrinting());
        QVERIFY(plug(rig, false));
        EXPECT_OUTCOME(printing.result(), PrintOutcome::Unknown);
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", 0}}).has_value());
        QVERIFY(plug(rig, true));
        QVERIFY(becomesWell(rig));
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QVERIFY(copiesOf(rig, QStringLiteral("A")) <= 1);
        QCOMPARE(copiesOf(rig, QStringLiteral("B")), 1);
    }

    void rightBehindTheLastByte() // on paper, its answer on a wire that is no more
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("loseAnswer")).has_value());
        Lane lane(QStringLiteral("printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return rig.print(sampleReceipt(QStringLiteral("A")), stop); });
        QTRY_COMPARE(rig.receipts(), 1);
        QVERIFY(plug(rig, false));
        EXPECT_OUTCOME(printing.result(), PrintOutcome::Unknown);
        QVERIFY(plug(rig, true));
        QVERIFY(becomesWell(rig));
        QCOMPARE(rig.receipts(), 1);
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(copiesOf(rig, QStringLiteral("A")), 1);
        QCOMPARE(rig.text(2), expectedText(sampleReceipt(QStringLiteral("B"))));
    }

    void aMissIsNoDeadPrinter() // the cable is back before the third look
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(plug(rig, false));
        Lane lane(QStringLiteral("printer"));
        drivers::devices::EscposOptions options;
        options.pollInterval = 5s;
        drivers::devices::EscposPrinter patient(
            std::make_unique<drivers::transport::SerialTransport>(
                drivers::transport::SerialOptions{rig.process().path(QStringLiteral("printer.tty")), 115200}),
            options);
        auto looking = lane.run([&](std::stop_token stop) { return patient.probe(Deadline::in(15s), stop); });
        QVERIFY(!QTest::qWaitFor([&] { return looking.isFinished(); }, 200)); // the first look has failed by now
        QVERIFY(plug(rig, true));
        const auto seen = looking.result();
        QVERIFY2(seen.has_value(), seen ? "" : qPrintable(seen.error().detail));
    }
};

QTEST_GUILESS_MAIN(PrinterRepluggedTest)
#include "printer_replugged_test.moc"
