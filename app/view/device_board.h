// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices are in order, as those who look after them say; from it come the mark in the strip and closed services.
#pragma once

#include "app/core/domain/device_health.h"
#include "app/core/domain/service_item.h"

#include <QMap>
#include <QString>

namespace tongban::view {

class DeviceBoard
{
public:
    // True when the board changed. A device at work or not yet asked is what it was before.
    bool report(domain::DeviceClass deviceClass, const domain::DeviceHealth &health);

    // Of the devices that a visitor meets: nobody in the hall can do anything about a lamp or a battery.
    [[nodiscard]] bool allWell() const { return m_troubles.isEmpty(); }
    [[nodiscard]] QString note() const; // the worst trouble in words; empty when all is well
    // Why the item cannot be done now; empty when it can. An absent or faulted device closes what needs it until it is
    // healed, which somebody looks after; missing paper closes nothing: staff is near, and the receipt can be had
    // later.
    // What is done at once waits for no line: while it is down, it is closed. `today`: China's day; invalid: not looked
    // at.
    [[nodiscard]] QString closedReason(const domain::ServiceItem &item, QDate today = {}) const;

    // Whether words can be written on this terminal; true until said otherwise. Who cannot closes what asks for words.
    void setCanWrite(bool canWrite) { m_canWrite = canWrite; }
    // Whether places can be chosen; as above.
    void setKnowsPlaces(bool knowsPlaces) { m_knowsPlaces = knowsPlaces; }
    // Whether the city can be reached; as above.
    void setLine(bool isUp) { m_lineIsUp = isUp; }

private:
    [[nodiscard]] bool isOut(domain::DeviceClass deviceClass) const;

    QMap<domain::DeviceClass, domain::DeviceHealth> m_troubles;
    bool m_canWrite = true;
    bool m_knowsPlaces = true;
    bool m_lineIsUp = true;
};

} // namespace tongban::view
