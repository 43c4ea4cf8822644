// SPDX-License-Identifier: GPL-3.0-or-later
// The case against which the misfortunes are measured: everything is well.
#include "tests/fault/cups_rig.h"
#include "tests/fault/page_expectations.h"
#include "tests/fault/page_pdf.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using drivers::devices::CupsPrinter;
using ports::PrintOutcome;

class PagePrinterWorksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageOnce()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        CupsPrinter printer(rig.options());
        const auto well = printer.probe(Deadline::in(10s), {});
        QVERIFY2(well.has_value(), well ? "" : qPrintable(well.error().where + well.error().detail));
        for (int job = 1; job <= 2; ++job) {
            const QByteArray pdf = pdfOf(2 + job);
            int told = 0;
            const auto printed =
                printer.print({.pdf = pdf, .title = QStringLiteral("申请表"), .pages = 2 + job},
                              [&](const ports::PageProgress &now) { told = now.printed; }, Deadline::in(30s), {});
            EXPECT_PRINTED(printed, PrintOutcome::Confirmed);
            QCOMPARE(printed->printed, 2 + job);
            QVERIFY(told <= 2 + job);
            QCOMPARE(rig.printed().size(), job);
            QCOMPARE(pagesOf(rig.printed().last()), pagesOf(pdf));
            QCOMPARE(pagesOf(pdf).size(), 2 + job);
            QCOMPARE(rig.spooledDocuments(), QStringList()); // though this cupsd keeps files: nobody's form stays there
        }
    }

    void aLookMovesNoPaper()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        CupsPrinter printer(rig.options());
        for (int i = 0; i < 3; ++i)
            QVERIFY(printer.probe(Deadline::in(10s), {}).has_value());
        QCOMPARE(rig.printed().size(), 0);
    }

    void fewerPagesThanPromisedAreNotConfirmed()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        CupsPrinter printer(rig.options());
        const auto printed = printer.print({.pdf = pdfOf(2), .title = {}, .pages = 3}, {}, Deadline::in(30s), {});
        EXPECT_PRINTED(printed, PrintOutcome::Unknown);
        QCOMPARE(printed->printed, 2);
    }

    void aPrinterThatDoesNotCount()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setCounts(false);
        auto options = rig.options();
        for (const bool counts : {true, false}) {
            options.countsPages = counts;
            CupsPrinter printer(options);
            const auto printed = printer.print({.pdf = pdfOf(2), .title = {}, .pages = 2}, {}, Deadline::in(30s), {});
            EXPECT_PRINTED(printed, counts ? PrintOutcome::Unknown : PrintOutcome::Confirmed);
        }
        QCOMPARE(rig.printed().size(), 2);
    }
};

QTEST_GUILESS_MAIN(PagePrinterWorksTest)
#include "page_printer_works_test.moc"
