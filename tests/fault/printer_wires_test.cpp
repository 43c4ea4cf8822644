// SPDX-License-Identifier: GPL-3.0-or-later
// The same driver and the same emulated printer over USB (libusb, the printer class) and over TCP: printed once,
// refused while it is away, back by itself, the device id of something else is refused.
#include "drivers/devices/receipt_printer/escpos_printer.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/tcp_transport.h"
#include "drivers/transport/usb_transport.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using ports::PrintOutcome;

namespace {

struct Rig
{
    emulator::EmulatorProcess process; // ends after the driver: the preload kills whose device was lost
    std::unique_ptr<devices::EscposPrinter> printer;

    [[nodiscard]] QString start(const QString &wire)
    {
        const auto started =
            process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--printer"), wire});
        if (!started)
            return started.error().detail;
        devices::EscposOptions options;
        options.statusTimeout = 1000ms;
        options.confirmTimeout = 10s;
        options.pollInterval = 20ms;
        printer = std::make_unique<devices::EscposPrinter>(transportOf(wire), options);
        const auto set = process.client().setPrinter({{"dotsPerSecond", 0}});
        return set ? QString() : set.error().detail;
    }

    [[nodiscard]] std::unique_ptr<transport::Transport> transportOf(const QString &wire) const
    {
        if (wire == QStringLiteral("tcp"))
            return std::make_unique<transport::TcpTransport>(
                transport::TcpOptions{.host = QStringLiteral("127.0.0.1"), .port = process.printerPort()});
        qputenv("UMOCKDEV_DIR", process.testbed().toUtf8());
        return std::make_unique<transport::UsbTransport>(
            transport::UsbOptions{.address = {.vendor = 0x0416, .product = 0x5011}});
    }

    [[nodiscard]] Result<PrintOutcome> print()
    {
        const domain::ReceiptDocument receipt{{domain::ReceiptText{.text = QStringLiteral("预受理回执")}}};
        return printer->print(receipt, Deadline::in(20s), {});
    }
    [[nodiscard]] int receipts()
    {
        return process.client().status().value_or(QJsonObject()).value(QStringLiteral("receipts")).toInt(-1);
    }
};

QByteArray describe(const Result<PrintOutcome> &outcome)
{
    if (!outcome)
        return QByteArray(nameOf(outcome.error().kind)) + " " + outcome.error().where.toUtf8() + " " +
               outcome.error().detail.toUtf8();
    return *outcome == PrintOutcome::Confirmed ? "confirmed" : "unknown";
}

// Says of itself that it is something else; nothing may be written to it.
class Stranger final : public transport::Transport
{
public:
    explicit Stranger(QByteArray id, bool *isTouched) : m_id(std::move(id)), m_isTouched(isTouched) {}
    Result<void> open() override
    {
        m_isOpen = true;
        return {};
    }
    Result<void> write(const QByteArray &, Deadline, std::stop_token) override
    {
        *m_isTouched = true;
        return fail(ErrorKind::DeviceSilent, QStringLiteral("stranger"));
    }
    Result<QByteArray> read(qsizetype, Deadline, std::stop_token) override
    {
        return fail(ErrorKind::DeviceSilent, QStringLiteral("stranger"));
    }
    void discardInput() override {}
    Result<QByteArray> selfDescription(Deadline, std::stop_token) override { return m_id; }
    void close() override { m_isOpen = false; }
    [[nodiscard]] bool isOpen() const override { return m_isOpen; }

private:
    QByteArray m_id;
    bool *m_isTouched;
    bool m_isOpen = false;
};

void wires()
{
    QTest::addColumn<QString>("wire");
    QTest::newRow("usb") << QStringLiteral("usb");
    QTest::newRow("tcp") << QStringLiteral("tcp");
}

} // namespace

class PrinterWiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOnce_data() { wires(); }
    void printsOnce()
    {
        QFETCH(QString, wire);
        Rig rig;
        QCOMPARE(rig.start(wire), QString());
        for (int i = 1; i <= 2; ++i) {
            const auto outcome = rig.print();
            QVERIFY2(outcome.has_value() && *outcome == PrintOutcome::Confirmed, describe(outcome).constData());
            QCOMPARE(rig.receipts(), i);
        }
    }

    void awayAndBack_data() { wires(); }
    void awayAndBack()
    {
        QFETCH(QString, wire);
        Rig rig;
        QCOMPARE(rig.start(wire), QString());
        QVERIFY(rig.printer->probe(Deadline::in(5s), {}).has_value());
        QVERIFY(rig.process.client().setPrinterFault(QStringLiteral("unplugged")).has_value());
        const auto away = rig.print();
        QVERIFY2(failedWith(away, ErrorKind::DeviceAbsent), describe(away).constData());
        QVERIFY(rig.process.client().setPrinterFault(QStringLiteral("none")).has_value());
        QTRY_VERIFY(rig.printer->probe(Deadline::in(2s), {}).has_value());
        const auto back = rig.print();
        QVERIFY2(back.has_value() && *back == PrintOutcome::Confirmed, describe(back).constData());
        QCOMPARE(rig.receipts(), 1);
    }

    void somethingElseIsOnThePort()
    {
        for (const QByteArray &id : {QByteArray("MFG:US Robotics;MDL:Sportster;CLS:MODEM;"), QByteArray("\x01\x02")}) {
            bool isTouched = false;
            devices::EscposPrinter printer(std::make_unique<Stranger>(id, &isTouched), {});
            QVERIFY(failedWith(printer.probe(Deadline::in(2s), {}), ErrorKind::ProtocolViolation));
            QVERIFY(!isTouched);
        }
    }
};

QTEST_GUILESS_MAIN(PrinterWiresTest)
#include "printer_wires_test.moc"
