// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a printer from beginning: cover, off-line key, cutter.
#include "tests/fault/printer_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using ports::PrintOutcome;

class PrinterCoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeaves_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("cover open") << QStringLiteral("cover") << static_cast<int>(ErrorKind::CoverOpen);
        QTest::newRow("cutter jammed") << QStringLiteral("cutter") << static_cast<int>(ErrorKind::PaperJam);
        QTest::newRow("off line") << QStringLiteral("offline") << static_cast<int>(ErrorKind::DeviceFault);
    }
    void nothingLeaves()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().setPrinter({{what, true}}).has_value());
        EXPECT_REFUSED(rig.print(sampleReceipt(QStringLiteral("A"))), static_cast<ErrorKind>(kind));
        QVERIFY(rig.client().setPrinter({{what, false}}).has_value());
        EXPECT_OUTCOME(rig.print(sampleReceipt(QStringLiteral("B"))), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1);
        QCOMPARE(rig.text(1), expectedText(sampleReceipt(QStringLiteral("B"))));
    }
};

QTEST_GUILESS_MAIN(PrinterCoverTest)
#include "printer_cover_test.moc"
