// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/printer_rig.h"

#include <QImage>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using ports::PrintOutcome;

namespace {

int lengthMm(PrinterRig &rig, const char *receipt)
{
    return QImage(rig.process().path(QLatin1String(receipt))).height() / 8;
}

} // namespace

class PrinterPaperOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheJobNothingLeaves()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"paper", "out"}}).has_value());
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("A"))), ErrorKind::PaperOut);
        QVERIFY(rig.client().setPrinter({{"paper", "ok"}}).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1); // of A not one line came out
        QCOMPARE(rig.text(1), expectedText(sampleReceipt(QStringLiteral("B"))));
    }

    void inTheMiddleNobodyKnows()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"paperLeftMm", 30}}).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("A"))), PrintOutcome::Unknown);
        QCOMPARE(rig.receipts(), 0);
        const auto status = rig.printer().status(Deadline::in(std::chrono::seconds(2)), {});
        QVERIFY(status && status->paperOut && !status->online); // so the page can say why
        QVERIFY(rig.client().setPrinter({{"paper", "ok"}}).has_value());
        QCOMPARE(rig.receipts(), 1); // the printer finishes its buffer by itself: who printed again would have two
        QCOMPARE(rig.text(1), expectedText(sampleReceipt(QStringLiteral("A"))));
    }

    // The answer of the first job comes while the second is under way; it must not vouch for the second.
    void aLateAnswerIsNotTakenForTheNextJobs()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        const auto receipt = sampleReceipt(QStringLiteral("A"));
        EXPECT_OUTCOME(rig.print(receipt), PrintOutcome::Confirmed);
        const int length = lengthMm(rig, "paper/001.png");

        QVERIFY(rig.client().setPrinter({{"paperLeftMm", 30}}).has_value());
        EXPECT_OUTCOME(rig.print(receipt), PrintOutcome::Unknown);
        // Enough to finish that one, slowly, and to begin the next.
        QVERIFY(
            rig.client().setPrinter({{"dotsPerSecond", 2000}, {"paper", "ok"}, {"paperLeftMm", length}}).has_value());
        EXPECT_OUTCOME(rig.print(receipt), PrintOutcome::Unknown);
        QCOMPARE(rig.receipts(), 2);
    }
};

QTEST_GUILESS_MAIN(PrinterPaperOutTest)
#include "printer_paper_out_test.moc"
