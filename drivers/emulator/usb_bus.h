// SPDX-License-Identifier: GPL-3.0-or-later
// USB devices in the test bed: a bus with a root hub, and numbers as the kernel gives them.
#pragma once

#include "drivers/emulator/testbed.h"
#include "drivers/emulator/usb_function.h"

namespace tongban::drivers::emulator {

class UsbBus
{
public:
    explicit UsbBus(Testbed &testbed) : m_testbed(testbed) {}

    struct Place
    {
        QByteArray path; // /sys/devices/…/1-2
        QByteArray node; // /dev/bus/usb/001/012
    };

    // socket: where on the hub, 1 …; a device that is plugged in again gets a new device number. Error: DeviceFault.
    Result<Place> plug(int socket, const UsbFunction &function, std::shared_ptr<TestbedNode> answers);
    void unplug(const Place &place);

private:
    Result<void> addHub();

    Testbed &m_testbed;
    bool m_hasHub = false;
    int m_lastNumber = 10;
};

} // namespace tongban::drivers::emulator
