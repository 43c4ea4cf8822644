// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/transport_factory.h"

#include "drivers/devices/strict_object.h"
#include "drivers/registry/recording_masks.h"
#include "drivers/transport/evdev_transport.h"
#include "drivers/transport/hidraw_transport.h"
#include "drivers/transport/recording_transport.h"
#include "drivers/transport/serial_transport.h"
#include "drivers/transport/tcp_transport.h"
#include "drivers/transport/usb_transport.h"

#include <QRegularExpression>

namespace tongban::drivers::registry {

namespace {

using Built = Result<std::unique_ptr<transport::Transport>>;

tl::unexpected<Error> misconfigured(const QString &why)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"), why);
}

Built buildSerial(devices::StrictObject &object)
{
    const transport::SerialOptions options{.path = object.string(QStringLiteral("path")),
                                           .baudRate =
                                               object.integer(QStringLiteral("baudRate"), 9600, 230400, 115200)};
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!transport::SerialTransport::knowsBaudRate(options.baudRate))
        return misconfigured(QStringLiteral("transport.baudRate: %1 is no rate of a serial line").arg(options.baudRate));
    return std::make_unique<transport::SerialTransport>(options);
}

// "0c2e"; finish() complains when it is missing.
Result<quint16> usbId(devices::StrictObject &object, const QString &key)
{
    const QString text = object.string(key);
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{4}$"));
    if (!text.isEmpty() && !hex.match(text).hasMatch())
        return misconfigured(QStringLiteral("transport.%1: wants four hexadecimal digits").arg(key));
    return text.toUShort(nullptr, 16);
}

// A node by its path, or by the ids of its USB device.
Result<transport::NodeAddress> nodeAddress(devices::StrictObject &object)
{
    transport::NodeAddress address;
    const bool hasIds = object.has(QStringLiteral("vendor")) || object.has(QStringLiteral("product")) ||
                        object.has(QStringLiteral("interface"));
    if (object.has(QStringLiteral("path"))) {
        if (hasIds)
            return misconfigured(QStringLiteral("transport.path: not together with vendor, product or interface"));
        address.path = object.string(QStringLiteral("path"));
    } else {
        const auto vendor = usbId(object, QStringLiteral("vendor"));
        const auto product = usbId(object, QStringLiteral("product"));
        if (!vendor || !product)
            return fail(vendor ? product.error() : vendor.error());
        address.vendor = *vendor;
        address.product = *product;
        address.interface = object.integer(QStringLiteral("interface"), 0, 255, -1);
    }
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    return address;
}

template <class Node> Built buildNode(devices::StrictObject &object)
{
    const auto address = nodeAddress(object);
    if (!address)
        return fail(address.error());
    return std::make_unique<Node>(*address);
}

Built buildUsb(devices::StrictObject &object, domain::DeviceClass deviceClass)
{
    const auto vendor = usbId(object, QStringLiteral("vendor"));
    const auto product = usbId(object, QStringLiteral("product"));
    constexpr int none = -1;
    const int interface = object.integer(QStringLiteral("interface"), 0, 255, none);
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!vendor || !product)
        return fail(vendor ? product.error() : vendor.error());
    transport::UsbOptions options{.address = {.vendor = *vendor, .product = *product}};
    if (interface != none)
        options.address.interface = interface;
    if (deviceClass == domain::DeviceClass::IdCardReader) // SAM: preamble and Len, DEVICES 1
        options.split = transport::SplitRule{.headerBytes = 7, .lengthAt = 5};
    return std::make_unique<transport::UsbTransport>(options);
}

Built buildTcp(devices::StrictObject &object)
{
    transport::TcpOptions options;
    options.host = object.string(QStringLiteral("host"));
    options.port = static_cast<quint16>(object.integer(QStringLiteral("port"), 1, 65535, 9100));
    options.deadAfter = object.milliseconds(QStringLiteral("deadAfterMs"), 1000, 120'000, 6000);
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!transport::TcpTransport::knowsHost(options.host))
        return misconfigured(QStringLiteral("transport.host: an IP address or localhost: a name's look-up can hang"));
    return std::make_unique<transport::TcpTransport>(options);
}

Built buildPlain(const Descriptor &descriptor, devices::StrictObject &object, std::initializer_list<const char *> kinds)
{
    QStringList allowed;
    for (const char *kind : kinds)
        allowed << QString::fromLatin1(kind);
    const QString kind = object.oneOf(QStringLiteral("kind"), allowed);
    if (kind == QStringLiteral("serial"))
        return buildSerial(object);
    if (kind == QStringLiteral("hidraw"))
        return buildNode<transport::HidrawTransport>(object);
    if (kind == QStringLiteral("evdev"))
        return buildNode<transport::EvdevTransport>(object);
    if (kind == QStringLiteral("usb"))
        return buildUsb(object, descriptor.deviceClass);
    if (kind == QStringLiteral("tcp"))
        return buildTcp(object);
    const auto checked = object.finish();
    return checked ? Built(misconfigured(QStringLiteral("transport.kind: ") + kind)) : Built(fail(checked.error()));
}

} // namespace

Built buildTransport(const Descriptor &descriptor, std::initializer_list<const char *> kinds)
{
    devices::StrictObject object(descriptor.transport, QStringLiteral("transport."));
    const QString directory = object.string(QStringLiteral("recordTo"), {});
    auto plain = buildPlain(descriptor, object, kinds);
    if (!plain || directory.isEmpty())
        return plain;
    const QString kind = descriptor.transport.value(QStringLiteral("kind")).toString();
    const transport::RecordingOptions recording{
        .directory = directory, .device = descriptor.id, .makeMask = [deviceClass = descriptor.deviceClass, kind] {
            return maskFor(deviceClass, kind);
        }};
    return std::make_unique<transport::RecordingTransport>(std::move(*plain), recording);
}

} // namespace tongban::drivers::registry
