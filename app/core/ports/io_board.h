// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/domain/device_health.h"
#include "app/core/ports/device.h"

namespace tongban::ports {

struct BoardInputs
{
    bool doorOpen = false;      // 门磁: the cabinet
    bool personPresent = false; // infra-red in front of the screen; false where none is fitted
};

// Guide lights (指示灯) beside the devices, and contacts of the cabinet.
class IoBoard : public Device
{
public:
    // Errors: DeviceAbsent, DeviceSilent, DeviceFault (the board refuses), ProtocolViolation, Cancelled.
    virtual Result<BoardInputs> inputs(Deadline deadline, std::stop_token stop) = 0;

    // The lamp beside the device of this class; a class without a lamp on this board is no error.
    virtual Result<void> light(domain::DeviceClass beside, bool isOn, Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
