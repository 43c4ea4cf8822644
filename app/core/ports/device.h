// SPDX-License-Identifier: GPL-3.0-or-later
// What every device has in common, whatever it does for people.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <stop_token>

namespace tongban::ports {

// Completion duty of every device port: each call ends by value, by error or at its deadline, at the latest 200 ms after
// a stop is requested. Calls block; they are made on the device's Lane only.
class Device
{
public:
    virtual ~Device() = default;

    // Is it there, does it speak its protocol, has it what it needs (paper, toner, closed cover)? Reads no card, moves
    // no paper, lights no lamp. Opens what is closed, so that a device that was plugged in again is found.
    // Errors: DeviceAbsent, DeviceSilent, DeviceFault, ProtocolViolation, Misconfigured, PaperOut, PaperJam, CoverOpen,
    // ScannerJam, TonerOut, OutputFull, Cancelled.
    virtual Result<void> probe(Deadline deadline, std::stop_token stop) = 0;

    // Lets go of the wire (and ends a helping child process); the next call opens it again. Does not block for more than
    // 500 ms.
    virtual void close() = 0;
};

} // namespace tongban::ports
