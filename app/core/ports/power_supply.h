// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device.h"

#include <chrono>
#include <optional>

namespace tongban::ports {

struct PowerState
{
    bool onMains = true;
    bool batteryLow = false;
    std::optional<int> batteryPercent;         // 0…100
    std::optional<std::chrono::seconds> lasts; // on battery, as the UPS reckons
};

class PowerSupply : public Device // UPS
{
public:
    // Errors: DeviceAbsent (no such UPS, or its service does not run), DeviceSilent, DeviceFault (data stale),
    // ProtocolViolation, Cancelled.
    virtual Result<PowerState> state(Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
