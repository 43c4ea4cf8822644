// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/sensitive.h"
#include "app/core/ports/device.h"

#include <QByteArray>

namespace tongban::ports {

struct SmartCard
{
    QByteArray atr;           // answer to reset, ISO/IEC 7816-3
    Sensitive<QByteArray> id; // what tells this card from another (card id); empty when the card has none to give
};

// Social-security and staff cards through PC/SC: the card's id only, until an APDU table is at hand.
class SmartCardReader : public Device
{
public:
    // Waits until a card is there and reads it. A card that stays in is given once.
    // Errors: CardAbsent (deadline), CardLifted, CardUnreadable, DeviceAbsent, DeviceSilent, DeviceFault, Cancelled.
    virtual Result<SmartCard> read(Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
