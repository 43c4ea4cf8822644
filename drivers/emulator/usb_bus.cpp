// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/usb_bus.h"

#include <utility>

namespace tongban::drivers::emulator {
namespace {

constexpr char hubPath[] = "/devices/pci0000:00/0000:00:14.0/usb1";
constexpr int usbMajor = 189;

QByteArray three(int number)
{
    return QByteArray::number(number).rightJustified(3, '0');
}

QByteArray nodeOf(int number)
{
    return "bus/usb/001/" + three(number);
}

QByteArray hex4(int value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0');
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray("A: ") + name + '=' + value + "\\n\n"; // an attribute's value ends in a line feed
}

// Which words the kernel and libusb look for: DEVICES §6.
QByteArray describe(const QByteArray &path, int number, const UsbFunction &function, const char *speed)
{
    const QByteArray descriptors = descriptorsOf(function).toHex().toUpper();
    const QByteArray vendor = hex4(function.vendor);
    const QByteArray product = hex4(function.product);
    QByteArray text = "P: " + path + "\nN: " + nodeOf(number) + '=' + descriptors + '\n';
    for (const QByteArray &property :
         {"DEVNAME=/dev/" + nodeOf(number), QByteArray("DEVTYPE=usb_device"), QByteArray("SUBSYSTEM=usb"),
          QByteArray("BUSNUM=001"), "DEVNUM=" + three(number), "MAJOR=" + QByteArray::number(usbMajor),
          "MINOR=" + QByteArray::number(number - 1), "ID_VENDOR_ID=" + vendor, "ID_MODEL_ID=" + product,
          "PRODUCT=" + QByteArray::number(function.vendor, 16) + '/' + QByteArray::number(function.product, 16) + "/100"})
        text += "E: " + property + '\n';
    text += attribute("busnum", "1") + attribute("devnum", QByteArray::number(number)) + attribute("speed", speed) +
            attribute("bConfigurationValue", "1") + attribute("bNumConfigurations", "1") + attribute("idVendor", vendor) +
            attribute("idProduct", product);
    return text + "H: descriptors=" + descriptors + "\n\n";
}

} // namespace

Result<void> UsbBus::addHub()
{
    if (m_hasHub)
        return {};
    UsbFunction hub{.vendor = 0x1D6B, .product = 0x0002, .name = "Hub", .interfaceClass = 9, .endpoints = {}, .deviceId = {}};
    m_hasHub = true;
    return m_testbed.add(describe(hubPath, 1, hub, "480"));
}

Result<UsbBus::Place> UsbBus::plug(int socket, const UsbFunction &function, std::shared_ptr<TestbedNode> answers)
{
    if (auto hub = addHub(); !hub)
        return fail(hub.error());
    const int number = ++m_lastNumber;
    const QByteArray path = hubPath + QByteArray("/1-") + QByteArray::number(socket);
    const Place place{.path = "/sys" + path, .node = "/dev/" + nodeOf(number)};
    if (auto added = m_testbed.add(describe(path, number, function, "12"), place.node, std::move(answers)); !added)
        return fail(added.error());
    return place;
}

void UsbBus::unplug(const Place &place)
{
    m_testbed.remove(place.path, place.node);
}

} // namespace tongban::drivers::emulator
