// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"
#include "app/core/domain/id_card.h"

#include <stop_token>

namespace tongban::ports {

// Completion duty of every device port: each call ends by value, by error or at its deadline, at the latest 200 ms after
// a stop is requested. Calls block; they are made on the device's Lane only.
class IdCardReader
{
public:
    virtual ~IdCardReader() = default;

    // Waits until a card lies on the reader, then reads it. Errors: CardAbsent (deadline), CardLifted, CardUnreadable,
    // DeviceAbsent, DeviceSilent, DeviceFault, ProtocolViolation, Cancelled. Validity is not judged here.
    virtual Result<domain::IdCard> read(Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
