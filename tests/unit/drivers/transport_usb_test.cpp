// SPDX-License-Identifier: GPL-3.0-or-later
// What only USB has: pipes that stall, a printer's device id, who is to blame when a device does not open. The contract
// that all transports share is in transport_contract_test.
#include "drivers/emulator/usb_bus.h"
#include "drivers/emulator/usb_node.h"
#include "drivers/transport/usb_transport.h"

#include <QTest>

#include <libusb.h>

using namespace tongban;
using namespace tongban::drivers::emulator;
using namespace tongban::drivers::transport;
using namespace std::chrono_literals;

namespace {

constexpr quint8 in = 0x82;
constexpr quint8 out = 0x01;

// A printer on the bus; control requests are answered as the printer class says, or stall.
class Printer
{
public:
    explicit Printer(bool knowsItself = true)
    {
        m_node = std::make_shared<UsbNode>(UsbNode::Receiver{
            .onBulk = [](quint8, const QByteArray &) {},
            .onControl =
                [this, knowsItself](quint64 id, const UsbSetup &setup, const QByteArray &) {
                    const bool asksForId = setup.requestType == 0xA1 && setup.request == 0;
                    m_node->answerControl(id, asksForId && knowsItself
                                                  ? std::optional(QByteArray("\0\x0EMFG:T;MDL:P;", 14))
                                                  : std::nullopt);
                }});
        m_place = bus().plug(3, receiptPrinterFunction(), m_node).value();
    }
    ~Printer()
    {
        m_node->vanish();
        bus().unplug(m_place);
    }
    [[nodiscard]] UsbNode &node() { return *m_node; }

private:
    static UsbBus &bus() // one a process; the test bed sets UMOCKDEV_DIR
    {
        static Testbed bed;
        static UsbBus theBus(bed);
        return theBus;
    }
    std::shared_ptr<UsbNode> m_node;
    UsbBus::Place m_place;
};

UsbOptions printer()
{
    return {.address = {.vendor = 0x0416, .product = 0x5011}};
}

} // namespace

class TransportUsbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStalledPipeIsClearedOnce()
    {
        Printer far;
        UsbTransport usb(printer());
        QVERIFY(usb.open().has_value());
        far.node().halt(out);
        QVERIFY(usb.write("again", Deadline::in(2s), {}).has_value());
        far.node().halt(in);
        QVERIFY(failedWith(usb.read(1, Deadline::in(50ms), {}), ErrorKind::DeviceSilent)); // cleared, and nothing said
        far.node().send(in, "ok");
        QCOMPARE(usb.read(9, Deadline::in(2s), {}).value_or(""), QByteArray("ok"));
    }

    void aPipeThatStallsAgainIsAFault()
    {
        Printer far;
        UsbTransport usb(printer());
        QVERIFY(usb.open().has_value());
        far.node().setStuck(out);
        QVERIFY(failedWith(usb.write("x", Deadline::in(2s), {}), ErrorKind::DeviceFault));
        QVERIFY(!usb.isOpen());
        QVERIFY(usb.open().has_value()); // opened anew the next time
        far.node().setStuck(in);
        QVERIFY(failedWith(usb.read(1, Deadline::in(2s), {}), ErrorKind::DeviceFault));
    }

    void aPrinterSaysWhoItIs()
    {
        Printer far;
        UsbTransport usb(printer());
        const auto id = usb.selfDescription(Deadline::in(2s), {}); // opens
        QCOMPARE(id.value_or("?"), QByteArray("MFG:T;MDL:P;"));
        QVERIFY(usb.isOpen());
    }

    void aPrinterThatDoesNotKnowItself()
    {
        Printer far(false);
        UsbTransport usb(printer());
        const auto id = usb.selfDescription(Deadline::in(2s), {});
        QVERIFY(id.has_value() && id->isEmpty());
        QVERIFY(usb.write("works on", Deadline::in(2s), {}).has_value());
    }

    void anotherInterfaceThanTheOneThereIs()
    {
        Printer far;
        UsbOptions options = printer();
        options.address.interface = 7;
        UsbTransport usb(options);
        QVERIFY(failedWith(usb.open(), ErrorKind::DeviceFault));
    }

    void whoIsToBlame()
    {
        const auto kind = [](int code) { return usbError(code, {}, QStringLiteral("0416:5011")).kind; };
        QCOMPARE(kind(LIBUSB_ERROR_NO_DEVICE), ErrorKind::DeviceAbsent);
        QCOMPARE(kind(LIBUSB_ERROR_NOT_FOUND), ErrorKind::DeviceAbsent);
        QCOMPARE(kind(LIBUSB_ERROR_BUSY), ErrorKind::DeviceFault);
        const Error refused = usbError(LIBUSB_ERROR_ACCESS, {}, QStringLiteral("0416:5011"));
        QCOMPARE(refused.kind, ErrorKind::DeviceFault);
        QVERIFY(refused.detail.contains(QStringLiteral("60-tongban.rules")));
    }
};

QTEST_GUILESS_MAIN(TransportUsbTest)
#include "transport_usb_test.moc"
