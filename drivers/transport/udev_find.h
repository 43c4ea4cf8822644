// SPDX-License-Identifier: GPL-3.0-or-later
// Which node under /dev a USB device has at the moment. It changes with every replug; the ids of the device do not.
#pragma once

#include "app/core/base/result.h"

#include <QString>
#include <QStringList>

namespace tongban::drivers::transport {

struct NodeAddress // a path, or the ids of the USB device that the node belongs to
{
    QString path = {}; // e.g. /dev/hidraw0, or a link to one
    quint16 vendor = 0;
    quint16 product = 0;
    int interface = -1; // bInterfaceNumber; −1: any. A scanner may be keyboard and HID POS in one
};

// The nodes of the address in a subsystem of udev ("hidraw", "input"), by ascending number; for a path that path only,
// there or not. Of "input" the event nodes. Errors: DeviceAbsent (no such device), DeviceFault (udev does not answer).
Result<QStringList> nodesOf(const char *subsystem, const NodeAddress &address);

} // namespace tongban::drivers::transport
