// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/domain/scanned_code.h"
#include "app/core/ports/device.h"

namespace tongban::ports {

// A stream of codes, whatever reads them: a serial or USB scanner, a keyboard wedge, a camera.
class CodeScanner : public Device
{
public:
    // The next code shown after this call began. What was shown while nobody asked is thrown away: it belonged to the
    // last person. A code that is held in view is given once a call.
    // Errors: CodeAbsent (deadline), CodeUnreadable (cut short, or text in no known encoding), DeviceAbsent,
    // DeviceSilent, DeviceFault, ProtocolViolation, Cancelled.
    virtual Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
