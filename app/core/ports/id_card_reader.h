// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/domain/id_card.h"
#include "app/core/ports/device.h"

namespace tongban::ports {

class IdCardReader : public Device
{
public:
    // Waits until a card lies on the reader, then reads it. Errors: CardAbsent (deadline), CardLifted, CardUnreadable,
    // DeviceAbsent, DeviceSilent, DeviceFault, ProtocolViolation, Cancelled. Validity is not judged here.
    virtual Result<domain::IdCard> read(Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
