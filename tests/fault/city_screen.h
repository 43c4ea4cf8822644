// SPDX-License-Identifier: GPL-3.0-or-later
// A screen on the program's own line to the reference city, over the real store; only the devices are played.
#pragma once

#include "offline/crypto/sm3.h"
#include "tests/fault/line_config.h"
#include "tests/unit/view/kiosk_rig.h"

namespace tongban::tests {

class CityScreen
{
public:
    // The city has been started; it lives longer, and its worker goes: the line has its own. `devices`: how they are, as
    // the city hears when it asks.
    explicit CityScreen(SyncCity &city, const tongban::view::KioskTimes &times = {},
                        QString devicesSummary = QStringLiteral("all ready"))
        : m_city(city), m_config(lineConfigOf(city)), m_times(times), m_summary(std::move(devicesSummary))
    {
        m_city.worker.reset();
        open();
    }
    ~CityScreen() { close(); }

    // As at power-on, once the city's terminal is open.
    void open()
    {
        tongban::view::KioskPorts ports = devices.ports();
        ports.clock = &m_city.machine;
        ports.storeLane = m_city.lane.get();
        ports.sm3 = &offline::crypto::sm3;
        ports.store = [store = m_city.store.get()] {
            return Result<tongban::view::StorePorts>(
                tongban::view::StorePorts{&store->cases(), &store->vault(), &store->printJournal(), &store->catalogue(),
                                          &store->ledger(), &store->audit()});
        };
        ports.city = [this] { return m_line.get(); };
        m_kiosk = std::make_unique<tongban::view::KioskController>(ports, m_times);
        m_kiosk->loadCatalogue();
        m_line = std::make_unique<app::CityLine>(
            m_config, *m_city.lane, m_city.time, *m_kiosk, [this] { return m_summary; }, hastySync());
        m_line->prepare(*m_city.store);
    }
    void close()
    {
        m_line.reset();
        m_kiosk.reset();
    }
    [[nodiscard]] tongban::view::KioskController &kiosk() { return *m_kiosk; }
    [[nodiscard]] bool isAt(const QString &step, int patienceMs)
    {
        return QTest::qWaitFor([&] { return m_kiosk->step() == step && !m_kiosk->busy(); }, patienceMs);
    }

    test::KioskRig devices;

private:
    SyncCity &m_city;
    app::KioskConfig m_config;
    tongban::view::KioskTimes m_times;
    QString m_summary;
    std::unique_ptr<tongban::view::KioskController> m_kiosk;
    std::unique_ptr<app::CityLine> m_line;
};

} // namespace tongban::tests
