// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt printer's driver over USB and over the network, built from descriptors as a site writes them: the same
// receipts and misfortunes as on the serial line; printer_wires_test looks at the driver alone.
#include "drivers/registry/device_registry.h"
#include "tests/fault/printer_rig.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::tests;
using namespace std::chrono_literals;
using ports::PrintOutcome;

namespace {

struct Desk
{
    emulator::EmulatorProcess process; // ends after the driver: the preload ends a process whose device was lost
    registry::Devices devices;

    [[nodiscard]] bool start(const QString &wire)
    {
        if (!process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--printer"), wire}))
            return false;
        qputenv("UMOCKDEV_DIR", process.testbed().toUtf8());
        const QJsonObject usb{{"kind", "usb"}, {"vendor", "0416"}, {"product", "5011"}};
        const QJsonObject tcp{{"kind", "tcp"}, {"host", "127.0.0.1"}, {"port", process.printerPort()}};
        const QJsonObject json{{"id", "printer"},
                               {"class", "receiptPrinter"},
                               {"driver", "escpos"},
                               {"transport", wire == QStringLiteral("usb") ? usb : tcp},
                               {"options", QJsonObject{{"pollIntervalMs", 20}, {"confirmTimeoutMs", 5000}}}};
        const auto descriptor = registry::parseDescriptor(QJsonDocument(json).toJson(), QStringLiteral("test.json"));
        auto built = descriptor ? registry::buildDevices({*descriptor}) : Result<registry::Devices>(fail(descriptor.error()));
        if (!built)
            qCritical("%s", qPrintable(built.error().detail));
        else
            devices = std::move(*built);
        return built.has_value();
    }
    [[nodiscard]] Result<PrintOutcome> print()
    {
        return devices.receiptPrinter->print(sampleReceipt(QStringLiteral("YSL-0001")), Deadline::in(20s), {});
    }
    [[nodiscard]] bool fault(const char *kind)
    {
        return process.client().setPrinterFault(QString::fromLatin1(kind)).has_value();
    }
    [[nodiscard]] QString text() const
    {
        QFile file(process.path(QStringLiteral("paper/001.txt")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

void bothWires()
{
    QTest::addColumn<QString>("wire");
    QTest::newRow("usb") << QStringLiteral("usb");
    QTest::newRow("tcp") << QStringLiteral("tcp");
}

} // namespace

class PrinterDeskWiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReceiptIsPrintedAndConfirmed_data() { bothWires(); }
    void aReceiptIsPrintedAndConfirmed()
    {
        QFETCH(QString, wire);
        Desk desk;
        QVERIFY(desk.start(wire));
        EXPECT_OUTCOME(desk.print(), PrintOutcome::Confirmed);
        QCOMPARE(desk.text(), expectedText(sampleReceipt(QStringLiteral("YSL-0001"))));
    }

    void paperAndCoverAreSeen_data() { bothWires(); }
    void paperAndCoverAreSeen()
    {
        QFETCH(QString, wire);
        Desk desk;
        QVERIFY(desk.start(wire));
        QVERIFY(desk.process.client().setPrinter({{"cover", true}}).has_value());
        EXPECT_REFUSED(desk.print(), ErrorKind::CoverOpen);
        QVERIFY(desk.process.client().setPrinter({{"cover", false}, {"paper", "out"}}).has_value());
        EXPECT_REFUSED(desk.print(), ErrorKind::PaperOut);
        QVERIFY(desk.process.client().setPrinter({{"paper", "ok"}}).has_value());
        EXPECT_OUTCOME(desk.print(), PrintOutcome::Confirmed);
    }

    void pulledAndPutInAgain_data() { bothWires(); }
    void pulledAndPutInAgain()
    {
        QFETCH(QString, wire);
        Desk desk;
        QVERIFY(desk.start(wire));
        QVERIFY(desk.devices.receiptPrinter->probe(Deadline::in(5s), {}).has_value());
        QVERIFY(desk.fault("unplugged"));
        EXPECT_REFUSED(desk.print(), ErrorKind::DeviceAbsent);
        EXPECT_REFUSED(desk.print(), ErrorKind::DeviceAbsent);
        QVERIFY(desk.fault("none"));
        QElapsedTimer timer;
        timer.start();
        const auto probed = desk.devices.receiptPrinter->probe(Deadline::in(5s), {});
        QVERIFY2(probed.has_value(), probed ? "" : qPrintable(probed.error().detail));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // ready again within 2 s
        EXPECT_OUTCOME(desk.print(), PrintOutcome::Confirmed);
    }

    // Pulled while it prints: nobody knows what is on the paper, and nobody repeats it.
    void pulledInTheMiddle_data() { bothWires(); }
    void pulledInTheMiddle()
    {
        QFETCH(QString, wire);
        Desk desk;
        QVERIFY(desk.start(wire));
        QVERIFY(desk.process.client().setPrinter({{"dotsPerSecond", 100}}).has_value());
        Result<PrintOutcome> outcome = PrintOutcome::Confirmed;
        std::jthread lane([&] { outcome = desk.print(); });
        const auto isPrinting = [&] {
            return desk.process.client().status()->value("printer").toObject().value("printing").toBool();
        };
        QTRY_VERIFY(isPrinting());
        QVERIFY(desk.fault("unplugged"));
        lane.join();
        EXPECT_OUTCOME(outcome, PrintOutcome::Unknown);
    }
};

QTEST_MAIN(PrinterDeskWiresTest)
#include "printer_desk_wires_test.moc"
