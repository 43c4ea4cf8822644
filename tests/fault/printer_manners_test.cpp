// SPDX-License-Identifier: GPL-3.0-or-later
// What models differ in: how a job is confirmed, what the ROM holds, whether the buffer outlives the paper.
#include "app/core/base/lane.h"
#include "drivers/devices/receipt_printer/line_drawer.h"
#include "tests/fault/printer_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using drivers::devices::EscposConfirmation;
using drivers::devices::EscposOptions;
using drivers::devices::EscposPrinter;
using ports::PrintOutcome;

namespace {

EscposOptions quick()
{
    EscposOptions options;
    options.statusTimeout = 1000ms;
    options.confirmTimeout = 10'000ms;
    options.pollInterval = 20ms;
    return options;
}

std::unique_ptr<EscposPrinter> printerOn(PrinterRig &rig, const EscposOptions &options)
{
    return std::make_unique<EscposPrinter>(
        std::make_unique<drivers::transport::SerialTransport>(
            drivers::transport::SerialOptions{rig.process().path(QStringLiteral("printer.tty")), 115200}),
        options);
}

Deadline soon()
{
    return Deadline::in(20s);
}

domain::ReceiptDocument nameOnly(const QString &name)
{
    return {{domain::ReceiptText{.text = QStringLiteral("申请人：") + name, .tall = true},
             domain::ReceiptText{.text = QStringLiteral("事项：高龄津贴"), .tall = true}}};
}

} // namespace

class PrinterMannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmedByProcessId()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        auto options = quick();
        options.confirmBy = EscposConfirmation::ProcessId;
        const auto printer = printerOn(rig, options);
        for (int i = 1; i <= 2; ++i) {
            EXPECT_OUTCOME(printer->print(sampleReceipt(QStringLiteral("A")), soon(), {}), PrintOutcome::Confirmed);
            QCOMPARE(rig.receipts(), i);
        }
        options.confirmTimeout = 400ms;
        const auto hasty = printerOn(rig, options);
        QVERIFY(rig.client().setPrinterFault(QStringLiteral("loseAnswer")).has_value());
        EXPECT_OUTCOME(hasty->print(sampleReceipt(QStringLiteral("B")), soon(), {}), PrintOutcome::Unknown);
        QCOMPARE(rig.receipts(), 3);
    }

    void automaticStatusTellsOfTheStopAndConfirmsNothing()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        auto options = quick();
        options.paper.reportsChanges = true;
        options.pollInterval = 5s; // nobody asks: the printer has to tell by itself
        const auto printer = printerOn(rig, options);
        EXPECT_OUTCOME(printer->print(sampleReceipt(QStringLiteral("A")), soon(), {}), PrintOutcome::Confirmed);
        QVERIFY(rig.client().setPrinter({{"paperLeftMm", 30}}).has_value());
        EXPECT_OUTCOME(printer->print(sampleReceipt(QStringLiteral("B")), soon(), {}), PrintOutcome::Unknown);
        QCOMPARE(rig.receipts(), 1);
    }

    // The page is asked "did it come out?"; what the printer still had is forgotten, and only then is anything sent.
    void aBufferThatIsClearedDoesNotPrintTheOldJob()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().call(QStringLiteral("printer.model"), {{"clears", true}}).has_value());
        auto options = quick();
        options.bufferSurvivesPaperOut = false;
        const auto printer = printerOn(rig, options);
        QVERIFY(rig.client().setPrinter({{"paperLeftMm", 30}}).has_value());
        EXPECT_OUTCOME(printer->print(sampleReceipt(QStringLiteral("A")), soon(), {}), PrintOutcome::Unknown);
        EXPECT_REFUSED(printer->print(sampleReceipt(QStringLiteral("B")), soon(), {}), ErrorKind::PaperOut);
        QVERIFY(rig.client().setPrinter({{"paper", "ok"}}).has_value());
        QCOMPARE(rig.receipts(), 0);
        EXPECT_OUTCOME(printer->print(sampleReceipt(QStringLiteral("C")), soon(), {}), PrintOutcome::Confirmed);
        QCOMPARE(rig.receipts(), 1);
        QVERIFY(rig.text(1).endsWith(expectedText(sampleReceipt(QStringLiteral("C"))))); // behind what was burnt of A
        QVERIFY(!rig.text(1).contains(QStringLiteral("[QR] TB1;A")));
    }

    void aNameThatTheRomLacksIsDrawn()
    {
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        auto options = quick();
        options.paper.draw = drivers::devices::drawReceiptLine;
        const auto printer = printerOn(rig, options);
        EXPECT_OUTCOME(printer->print(nameOnly(QStringLiteral("𠮷祥")), soon(), {}), PrintOutcome::Confirmed);
        QCOMPARE(rig.text(1), QStringLiteral("[图]\n事项：高龄津贴\n"));
    }

    void theRomDecidesWhatIsDrawn_data()
    {
        QTest::addColumn<QString>("rom");
        QTest::addColumn<int>("charset");
        QTest::addColumn<QString>("paper");
        using drivers::codec::RomCharset;
        QTest::newRow("GB 2312") << QStringLiteral("gb2312") << int(RomCharset::Gb2312) << QStringLiteral("[图]\n");
        QTest::newRow("GBK") << QStringLiteral("gbk") << int(RomCharset::Gbk) << QStringLiteral("申请人：朱镕\n");
        QTest::newRow("GB 18030") << QStringLiteral("gb18030") << int(RomCharset::Gb18030)
                                  << QStringLiteral("申请人：朱镕\n");
    }
    void theRomDecidesWhatIsDrawn()
    {
        QFETCH(QString, rom);
        QFETCH(int, charset);
        PrinterRig rig;
        QCOMPARE(rig.start(), QString());
        QVERIFY(rig.client().call(QStringLiteral("printer.model"), {{"rom", rom}}).has_value());
        auto options = quick();
        options.paper.draw = drivers::devices::drawReceiptLine;
        options.paper.rom = static_cast<drivers::codec::RomCharset>(charset);
        const auto printer = printerOn(rig, options);
        EXPECT_OUTCOME(printer->print(nameOnly(QStringLiteral("朱镕")), soon(), {}), PrintOutcome::Confirmed);
        QTEST(rig.text(1).section(u'\n', 0, 0) + u'\n', "paper");
        QVERIFY(!rig.text(1).contains(u'※'));
    }
};

QTEST_MAIN(PrinterMannersTest)
#include "printer_manners_test.moc"
