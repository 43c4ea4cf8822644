// SPDX-License-Identifier: GPL-3.0-or-later
// Paper, cover, jam, toner: told while it lasts, withdrawn when the time is over, refused the next time. (Doors and a
// full tray are keywords that ippeveprinter does not pass on; ipp_reasons_test has them.)
#include "app/core/base/lane.h"
#include "tests/fault/cups_rig.h"
#include "tests/fault/page_expectations.h"
#include "tests/fault/page_pdf.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using drivers::devices::CupsPrinter;
using ports::PrintOutcome;

namespace {

ports::PageJob twoPages()
{
    return {.pdf = pdfOf(2), .title = QStringLiteral("申请表"), .pages = 2};
}

QByteArray nameOf(std::optional<ErrorKind> kind)
{
    return kind ? QByteArray(tongban::nameOf(*kind)) : QByteArray("nothing");
}

} // namespace

class PagePrinterStopsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refilledPaperPrintsNothingOfAPersonWhoHasLeft_data()
    {
        QTest::addColumn<QByteArray>("reasons");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *reasons, ErrorKind kind) {
            QTest::newRow(reasons) << QByteArray(reasons) << int(kind);
        };
        row("media-empty-error,media-needed-report", ErrorKind::PaperOut);
        row("cover-open-report", ErrorKind::CoverOpen);
        row("toner-empty-error", ErrorKind::TonerOut);
        row("media-jam-error", ErrorKind::PaperJam);
    }
    void refilledPaperPrintsNothingOfAPersonWhoHasLeft()
    {
        QFETCH(QByteArray, reasons);
        QFETCH(int, kind);
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop(reasons);
        CupsPrinter printer(rig.options());
        std::optional<ErrorKind> told;
        QElapsedTimer waited;
        waited.start();
        const auto printed =
            printer.print(twoPages(), [&](const ports::PageProgress &now) { told = now.stalls ? now.stalls : told; },
                          Deadline::in(10s), {}); // filters and printer have begun by then on a busy machine too
        QVERIFY2(waited.elapsed() <= 10'500, qPrintable(QString::number(waited.elapsed())));
        EXPECT_PRINTED(printed, PrintOutcome::Unknown);
        const QByteArray expected(tongban::nameOf(static_cast<ErrorKind>(kind)));
        QCOMPARE(nameOf(printed->stoppedBy), expected);
        QCOMPARE(nameOf(told), expected);                           // in time for the page to say it
        QTRY_VERIFY_WITH_TIMEOUT(!rig.isMechanismAtWork(), 20'000); // the printer was told to let go
        EXPECT_ERROR(printer.probe(Deadline::in(5s), {}), static_cast<ErrorKind>(kind));
        EXPECT_ERROR(printer.print(twoPages(), {}, Deadline::in(5s), {}), static_cast<ErrorKind>(kind));

        rig.setStop({}); // the paper is back
        QCOMPARE(rig.printed().size(), 0);
        QVERIFY(!rig.isMechanismAtWork());
    }

    void whatIsMendedInTimeIsPrinted()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop("media-empty-error");
        CupsPrinter printer(rig.options());
        std::atomic<bool> isStalled = false;
        Lane lane(QStringLiteral("page-printer"));
        auto printing = lane.run([&](std::stop_token stop) {
            return printer.print(
                twoPages(), [&](const ports::PageProgress &now) { isStalled = now.stalls == ErrorKind::PaperOut; },
                Deadline::in(30s), stop);
        });
        QTRY_VERIFY_WITH_TIMEOUT(isStalled.load(), 15'000);
        rig.setStop({});
        const auto printed = printing.result();
        EXPECT_PRINTED(printed, PrintOutcome::Confirmed);
        QCOMPARE(rig.printed().size(), 1);
        QCOMPARE(pagesOf(rig.printed().first()), pagesOf(twoPages().pdf));
    }

    void givenUpByThePrinter()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop("media-jam-error");
        rig.setAborts(true);
        CupsPrinter printer(rig.options());
        const auto printed = printer.print(twoPages(), {}, Deadline::in(5s), {});
        EXPECT_PRINTED(printed, PrintOutcome::Unknown);
        rig.setAborts(false);
        rig.setStop({});
        QTRY_VERIFY_WITH_TIMEOUT(!rig.isMechanismAtWork(), 20'000);
        QCOMPARE(rig.printed().size(), 0); // CUPS would have tried the job again
    }

    void theKioskIsSwitchedOff()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop("media-empty-error");
        CupsPrinter printer(rig.options());
        Lane lane(QStringLiteral("page-printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return printer.print(twoPages(), {}, Deadline::in(60s), stop); });
        QTRY_VERIFY_WITH_TIMEOUT(rig.isMechanismAtWork(), 15'000);
        QElapsedTimer waited;
        waited.start();
        lane.requestStop();
        EXPECT_PRINTED(printing.result(), PrintOutcome::Unknown);
        QVERIFY2(waited.elapsed() < 1000, qPrintable(QString::number(waited.elapsed()))); // the duty is 200 ms
        QTRY_VERIFY_WITH_TIMEOUT(!rig.isMechanismAtWork(), 20'000);
        rig.setStop({});
        QCOMPARE(rig.printed().size(), 0);
    }
};

QTEST_GUILESS_MAIN(PagePrinterStopsTest)
#include "page_printer_stops_test.moc"
