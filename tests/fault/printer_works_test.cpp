// SPDX-License-Identifier: GPL-3.0-or-later
// The case against which the misfortunes are measured: everything is well.
#include "tests/fault/printer_rig.h"

#include <QImage>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using ports::PrintOutcome;

class PrinterWorksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoReceiptsInARow()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        for (int i = 1; i <= 2; ++i) {
            const auto receipt = sampleReceipt(QStringLiteral("K01-%1").arg(i, 4, 10, QLatin1Char('0')));
            EXPECT_OUTCOME(rig.print(receipt), PrintOutcome::Confirmed);
            QCOMPARE(rig.receipts(), i); // confirmed means: on paper, now
            QCOMPARE(rig.text(i), expectedText(receipt));
        }
        const QImage paper(rig.process().path(QStringLiteral("paper/002.png")));
        QCOMPARE(paper.width(), 576);
        QVERIFY(paper.height() > 1000);
    }

    void confirmationWaitsForTheMechanism()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{"dotsPerSecond", 4000}}).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("K01-0001"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1);
    }

    void saysHowItIs()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        const auto well = rig.printer().status(Deadline::in(std::chrono::seconds(2)), {});
        QVERIFY(well && well->online && !well->paperNearEnd && !well->paperOut && !well->coverOpen && !well->fault);
        QVERIFY(rig.client().setPrinter({{"paper", "near"}}).has_value());
        const auto near = rig.printer().status(Deadline::in(std::chrono::seconds(2)), {});
        QVERIFY(near && near->online && near->paperNearEnd && !near->paperOut);
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("K01-0001"))),
                       PrintOutcome::Confirmed); // near is not out
    }

    void aRareNameDoesNotBreakTheReceipt()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        domain::ReceiptDocument receipt;
        receipt.blocks.push_back(domain::ReceiptText{.text = QStringLiteral("申请人：𠮷祥"), .tall = true});
        EXPECT_OUTCOME(rig.print(receipt), PrintOutcome::Confirmed);
        QCOMPARE(rig.text(1), QStringLiteral("申请人：〓祥\n"));
    }
};

QTEST_GUILESS_MAIN(PrinterWorksTest)
#include "printer_works_test.moc"
