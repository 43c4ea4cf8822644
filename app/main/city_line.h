// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/lane.h"
#include "app/main/city_orders.h"
#include "app/main/kiosk_config.h"
#include "app/view/kiosk_controller.h"
#include "offline/platform/platform_access.h"
#include "offline/platform/trusted_clock.h"
#include "offline/store/offline_store.h"
#include "offline/sync/sync_service.h"

#include <QObject>

#include <memory>

namespace tongban::app {

// The kiosk's line to the city: keys and addresses read, sync started and joined to the screen. UI thread.
class CityLine : public QObject, public ports::CityDesk
{
    Q_OBJECT
public:
    // All outlive the line. devices: how they are, for the city's technicians (CityOrders). times: tests shorten them.
    CityLine(const KioskConfig &config, Lane &storeLane, offline::platform::TrustedClock &clock,
             view::KioskController &kiosk, std::function<QString()> devices, offline::sync::SyncOptions times = {})
        : m_config(config), m_storeLane(storeLane), m_clock(clock), m_kiosk(kiosk), m_orders(kiosk, std::move(devices)),
          m_options(std::move(times))
    {}

    // store: open, and destroyed after this only. A line that cannot be prepared is logged: the hall goes on without
    // the city, the outbox keeps what is for it until a technician has put this right.
    void prepare(offline::store::OfflineStore &store);
    void wake(); // something may have come into the outbox

    QFuture<Result<QMap<QString, domain::HeldLicence>>> queryLicences(const ports::LicenceQuestion &question) override;
    QFuture<Result<ports::PhoneCodeAnswer>> sendPhoneCode(const QUuid &key, const Secret &number) override;
    QFuture<Result<ports::PhoneCheckAnswer>> checkPhoneCode(const Secret &number, const QString &challenge,
                                                            const Secret &code) override;

private:
    [[nodiscard]] offline::platform::PlatformConfig platformConfig() const;
    [[nodiscard]] offline::sync::SyncStore syncStore(offline::store::OfflineStore &store);
    void restoreOrders(offline::store::OfflineStore &store);
    void start(const offline::platform::PlatformAccess &access, offline::store::OfflineStore &store);
    // Asks on the sync's thread, answers here; PlatformUnreachable at once without a line.
    template <class T, class Ask, class Read> QFuture<Result<T>> askCity(Ask ask, Read read);

    const KioskConfig &m_config;
    Lane &m_storeLane;
    offline::platform::TrustedClock &m_clock;
    view::KioskController &m_kiosk;
    CityOrders m_orders;
    offline::sync::SyncOptions m_options;
    std::unique_ptr<offline::sync::SyncService> m_sync;
};

} // namespace tongban::app
