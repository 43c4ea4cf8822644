// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/city_commands.h"
#include "app/view/kiosk_controller.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace tongban::app {

// Carries the city's commands out: on the screen, and by asking the devices how they are. Lives on the UI thread.
class CityOrders : public QObject
{
    Q_OBJECT
public:
    // kiosk outlives it. devices: how they are, for a technician; called on the UI thread.
    CityOrders(view::KioskController &kiosk, std::function<QString()> devices)
        : m_kiosk(kiosk), m_devices(std::move(devices))
    {}

    // From any thread. What comes back is for the city, at most 200 characters. Ends without a result (Cancelled) when
    // this dies first.
    [[nodiscard]] QFuture<Result<QString>> carryOut(const ports::CityCommand &command);
    // As it was before the restart.
    void restore(const ports::StandingOrders &orders);

private:
    [[nodiscard]] QString obey(const ports::CityCommand &command);

    view::KioskController &m_kiosk;
    std::function<QString()> m_devices;
};

} // namespace tongban::app
