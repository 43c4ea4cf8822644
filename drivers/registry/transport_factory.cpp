// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/transport_factory.h"

#include "drivers/devices/strict_object.h"
#include "drivers/transport/evdev_transport.h"
#include "drivers/transport/hidraw_transport.h"
#include "drivers/transport/serial_transport.h"

#include <QRegularExpression>

namespace tongban::drivers::registry {

namespace {

using Built = Result<std::unique_ptr<transport::Transport>>;

Built buildSerial(devices::StrictObject &object)
{
    const transport::SerialOptions options{.path = object.string(QStringLiteral("path")),
                                           .baudRate =
                                               object.integer(QStringLiteral("baudRate"), 9600, 230400, 115200)};
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!transport::SerialTransport::knowsBaudRate(options.baudRate))
        return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                    QStringLiteral("transport.baudRate: %1 is no rate of a serial line").arg(options.baudRate));
    return std::make_unique<transport::SerialTransport>(options);
}

// "0c2e"; finish() complains when it is missing.
Result<quint16> usbId(devices::StrictObject &object, const QString &key)
{
    const QString text = object.string(key);
    static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{4}$"));
    if (!text.isEmpty() && !hex.match(text).hasMatch())
        return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                    QStringLiteral("transport.%1: wants four hexadecimal digits").arg(key));
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
            return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                        QStringLiteral("transport.path: not together with vendor, product or interface"));
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

} // namespace

Built buildTransport(const QJsonObject &json, std::initializer_list<const char *> kinds)
{
    devices::StrictObject object(json, QStringLiteral("transport."));
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
    const auto checked = object.finish();
    return fail(checked ? Error{ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                                QStringLiteral("transport.kind: ") + kind}
                        : checked.error());
}

} // namespace tongban::drivers::registry
