// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/udev_find.h"

#include <libudev.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace tongban::drivers::transport {

namespace {

template <class T, T *(*unref)(T *)> struct Unref
{
    void operator()(T *object) const { unref(object); }
};
using Udev = std::unique_ptr<udev, Unref<udev, udev_unref>>;
using Enumerate = std::unique_ptr<udev_enumerate, Unref<udev_enumerate, udev_enumerate_unref>>;
using Device = std::unique_ptr<udev_device, Unref<udev_device, udev_device_unref>>;

bool hasId(udev_device *usb, const char *attribute, quint16 id)
{
    const char *value = udev_device_get_sysattr_value(usb, attribute);
    bool isNumber = false;
    return value != nullptr && QByteArray(value).trimmed().toUShort(&isNumber, 16) == id && isNumber;
}

bool isOfInterface(udev_device *device, int wanted)
{
    udev_device *interface = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_interface");
    return wanted < 0 || (interface != nullptr && hasId(interface, "bInterfaceNumber", static_cast<quint16>(wanted)));
}

bool isEventNode(udev_device *device)
{
    return std::strncmp(udev_device_get_sysname(device), "event", 5) == 0;
}

// The node, when it is of that USB device.
QString nodeOf(udev_device *device, const NodeAddress &address)
{
    const char *node = udev_device_get_devnode(device);
    // Owned by `device`.
    udev_device *usb = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device");
    if (node == nullptr || usb == nullptr || !hasId(usb, "idVendor", address.vendor) ||
        !hasId(usb, "idProduct", address.product) || !isOfInterface(device, address.interface))
        return {};
    return QString::fromLocal8Bit(node);
}

} // namespace

Result<QStringList> nodesOf(const char *subsystem, const NodeAddress &address)
{
    if (!address.path.isEmpty())
        return QStringList{address.path};
    const QString where = QStringLiteral("udev.find");
    const Udev context(udev_new());
    const Enumerate all(context ? udev_enumerate_new(context.get()) : nullptr);
    if (!all || udev_enumerate_add_match_subsystem(all.get(), subsystem) < 0 ||
        udev_enumerate_scan_devices(all.get()) < 0)
        return fail(ErrorKind::DeviceFault, where, QStringLiteral("udev does not answer"));
    QStringList nodes;
    udev_list_entry *entry = nullptr;
    udev_list_entry_foreach(entry, udev_enumerate_get_list_entry(all.get()))
    {
        const Device device(udev_device_new_from_syspath(context.get(), udev_list_entry_get_name(entry)));
        if (!device || (std::strcmp(subsystem, "input") == 0 && !isEventNode(device.get())))
            continue;
        if (const QString node = nodeOf(device.get(), address); !node.isEmpty())
            nodes << node;
    }
    if (nodes.isEmpty())
        return fail(ErrorKind::DeviceAbsent, where,
                    QStringLiteral("no %1 node of a USB device %2:%3")
                        .arg(QLatin1String(subsystem))
                        .arg(address.vendor, 4, 16, QLatin1Char('0'))
                        .arg(address.product, 4, 16, QLatin1Char('0')));
    std::sort(nodes.begin(), nodes.end(), [](const QString &a, const QString &b) { // hidraw9 before hidraw10
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return nodes;
}

} // namespace tongban::drivers::transport
