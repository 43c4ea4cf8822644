// SPDX-License-Identifier: GPL-3.0-or-later
// A screen on the program's own line to the reference city, over the real store; only the devices are played.
#pragma once

#include "tests/fault/line_config.h"
#include "tests/unit/view/kiosk_rig.h"

namespace tongban::tests {

class CityScreen
{
public:
    // The city has been started; it lives longer, and its worker is gone: the line has its own.
    explicit CityScreen(SyncCity &city) : m_city(city), m_config(lineConfigOf(city)) { open(); }
    ~CityScreen() { close(); }

    void open()
    {
        tongban::view::KioskPorts ports = devices.ports();
        ports.clock = &m_city.machine;
        ports.storeLane = m_city.lane.get();
        ports.store = [store = m_city.store.get()] {
            return Result<tongban::view::StorePorts>(tongban::view::StorePorts{
                &store->cases(), &store->vault(), &store->printJournal(), &store->catalogue(), &store->ledger()});
        };
        m_kiosk = std::make_unique<tongban::view::KioskController>(ports);
        m_kiosk->loadCatalogue();
        m_line = std::make_unique<app::CityLine>(
            m_config, *m_city.lane, m_city.time, *m_kiosk, [] { return QString(); }, hasty());
        m_line->prepare(*m_city.store);
    }
    void close()
    {
        m_line.reset();
        m_kiosk.reset();
    }
    [[nodiscard]] tongban::view::KioskController &kiosk() { return *m_kiosk; }

    test::KioskRig devices;

private:
    [[nodiscard]] static offline::sync::SyncOptions hasty()
    {
        using namespace std::chrono_literals;
        offline::sync::SyncOptions options;
        options.backoff = {.first = 50ms, .cap = 500ms};
        options.pollEvery = options.pollEagerly = options.noticesEvery = options.catalogueEvery =
            options.commandsEvery = 100ms;
        return options;
    }

    SyncCity &m_city;
    app::KioskConfig m_config;
    std::unique_ptr<tongban::view::KioskController> m_kiosk;
    std::unique_ptr<app::CityLine> m_line;
};

} // namespace tongban::tests
