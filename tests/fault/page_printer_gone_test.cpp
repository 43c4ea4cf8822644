// SPDX-License-Identifier: GPL-3.0-or-later
// The printer, or cupsd, is switched off, dies, hangs, or is something else.
#include "app/core/base/lane.h"
#include "tests/fault/cups_rig.h"
#include "tests/fault/misfit_server.h"
#include "tests/fault/page_expectations.h"
#include "tests/fault/page_pdf.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using drivers::devices::CupsPrinter;
using ports::PrintOutcome;

namespace {

ports::PageJob onePage()
{
    return {.pdf = pdfOf(1), .title = {}, .pages = 1};
}

} // namespace

class PagePrinterGoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cupsdIsNotThere()
    {
        drivers::devices::CupsOptions options;
        options.queue = "KioskA4";
        options.host = "/nonexistent/cups.sock";
        CupsPrinter printer(options);
        EXPECT_ERROR(printer.probe(Deadline::in(2s), {}), ErrorKind::DeviceAbsent);
        EXPECT_ERROR(printer.print(onePage(), {}, Deadline::in(2s), {}), ErrorKind::DeviceAbsent);
    }

    void theQueueIsNotThere()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        auto options = rig.options();
        options.queue = "Another";
        CupsPrinter printer(options);
        EXPECT_ERROR(printer.probe(Deadline::in(5s), {}), ErrorKind::DeviceAbsent);
    }

    void thePrinterIsSwitchedOffAndOn()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        CupsPrinter printer(rig.options());
        rig.killPrinter();
        EXPECT_ERROR(printer.probe(Deadline::in(5s), {}), ErrorKind::DeviceAbsent);
        EXPECT_ERROR(printer.print(onePage(), {}, Deadline::in(5s), {}), ErrorKind::DeviceAbsent);
        QCOMPARE(rig.startPrinter(), QString());
        EXPECT_PRINTED(printer.print(onePage(), {}, Deadline::in(30s), {}), PrintOutcome::Confirmed);
        QCOMPARE(rig.printed().size(), 1); // and nothing of the refused one
    }

    void thePrinterDiesInMidJob()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop("media-empty-error");
        CupsPrinter printer(rig.options());
        Lane lane(QStringLiteral("page-printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return printer.print(onePage(), {}, Deadline::in(8s), stop); });
        QTRY_VERIFY_WITH_TIMEOUT(rig.isMechanismAtWork(), 7'000);
        rig.killPrinter();
        const auto printed = printing.result();
        EXPECT_PRINTED(printed, PrintOutcome::Unknown);
        QVERIFY(printed->stoppedBy == ErrorKind::DeviceAbsent || printed->stoppedBy == ErrorKind::DeviceSilent);
        rig.setStop({});
    }

    void cupsdDiesInMidJobAndTheJobIsNotPrintedLater()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        rig.setStop("media-empty-error");
        CupsPrinter printer(rig.options());
        Lane lane(QStringLiteral("page-printer"));
        auto printing =
            lane.run([&](std::stop_token stop) { return printer.print(onePage(), {}, Deadline::in(30s), stop); });
        QTRY_VERIFY_WITH_TIMEOUT(rig.isMechanismAtWork(), 15'000);
        rig.killCupsd();
        const auto printed = printing.result();
        EXPECT_PRINTED(printed, PrintOutcome::Unknown);
        QVERIFY(printed->stoppedBy == ErrorKind::DeviceAbsent);
        QCOMPARE(rig.startCupsd(), QString());
        // The next look sweeps what cupsd would begin anew; the printer still wants paper.
        QByteArray seen;
        const auto looks = [&] {
            const auto look = printer.probe(Deadline::in(2s), {});
            seen = describe(look);
            return failedWith(look, ErrorKind::PaperOut);
        };
        QVERIFY2(QTest::qWaitFor(looks, 15'000), seen.constData());
        QTRY_VERIFY_WITH_TIMEOUT(!rig.isMechanismAtWork(), 20'000);
        rig.setStop({});
        QCOMPARE(rig.printed().size(), 0);
    }

    void cupsdHangs()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        auto options = rig.options();
        options.requestTimeout = 300ms;
        CupsPrinter printer(options);
        rig.freezeCupsd();
        QElapsedTimer waited;
        waited.start();
        EXPECT_ERROR(printer.probe(Deadline::in(10s), {}), ErrorKind::DeviceSilent);
        QVERIFY2(waited.elapsed() < 3'000, qPrintable(QString::number(waited.elapsed())));
        EXPECT_ERROR(printer.print(onePage(), {}, Deadline::in(10s), {}), ErrorKind::DeviceSilent);

        options.requestTimeout = 60s; // a stop does not wait for it
        CupsPrinter patient(options);
        Lane lane(QStringLiteral("page-printer"));
        auto looking = lane.run([&](std::stop_token stop) { return patient.probe(Deadline::in(60s), stop); });
        QVERIFY(!QTest::qWaitFor([&] { return looking.isFinished(); }, 100));
        waited.restart();
        lane.requestStop();
        EXPECT_ERROR(looking.result(), ErrorKind::Cancelled);
        QVERIFY2(waited.elapsed() < 1'000, qPrintable(QString::number(waited.elapsed()))); // the duty is 200 ms
        rig.thawCupsd();
        QTRY_VERIFY(printer.probe(Deadline::in(5s), {}).has_value());
    }

    void somethingElseIsOnThePort_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<int>("kind");
        QTest::newRow("garbage") << int(MisfitServer::Garbage) << int(ErrorKind::ProtocolViolation);
        QTest::newRow("silence") << int(MisfitServer::Silence) << int(ErrorKind::DeviceSilent);
        QTest::newRow("HTTP that never ends") << int(MisfitServer::Dribble) << int(ErrorKind::DeviceSilent);
        QTest::newRow("a web server") << int(MisfitServer::Web) << int(ErrorKind::ProtocolViolation);
        QTest::newRow("hangs up") << int(MisfitServer::HangUp) << int(ErrorKind::DeviceAbsent);
    }
    void somethingElseIsOnThePort()
    {
        QFETCH(int, manner);
        QFETCH(int, kind);
        MisfitServer server(static_cast<MisfitServer::Manner>(manner));
        drivers::devices::CupsOptions options;
        options.queue = "KioskA4";
        options.host = "127.0.0.1";
        options.port = server.port();
        options.requestTimeout = 500ms;
        CupsPrinter printer(options);
        QElapsedTimer waited;
        waited.start();
        EXPECT_ERROR(printer.probe(Deadline::in(5s), {}), static_cast<ErrorKind>(kind));
        EXPECT_ERROR(printer.print(onePage(), {}, Deadline::in(5s), {}), static_cast<ErrorKind>(kind));
        QVERIFY2(waited.elapsed() < 4'000, qPrintable(QString::number(waited.elapsed())));
    }

    void somethingElseIsBehindTheQueue()
    {
        CupsRig rig;
        QCOMPARE(rig.start(), QString());
        const MisfitServer server(MisfitServer::Garbage);
        QCOMPARE(rig.setDevicePort(server.port()), QString());
        CupsPrinter printer(rig.options());
        EXPECT_ERROR(printer.probe(Deadline::in(5s), {}), ErrorKind::ProtocolViolation);
    }
};

QTEST_GUILESS_MAIN(PagePrinterGoneTest)
#include "page_printer_gone_test.moc"
