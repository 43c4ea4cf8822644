// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows every concrete class: it builds them, hands them to each other behind ports, and takes them
// down in order. UI thread.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/lane.h"
#include "app/main/city_line.h"
#include "app/main/folder_catalogue.h"
#include "app/main/kiosk_config.h"
#include "app/main/sample_reader.h"
#include "app/main/tool_door.h"
#include "app/view/kiosk_controller.h"
#include "drivers/devices/speech/qt_speaker.h"
#include "drivers/registry/device_manager.h"
#include "offline/platform/trusted_clock.h"
#include "offline/store/offline_store.h"
#include "offline/vault/posix_file_system.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tongban::app {

class Wiring : public QObject
{
    Q_OBJECT
public:
    // Touches no device, disk or network: the first page does not wait. Error: Misconfigured (device descriptors).
    [[nodiscard]] static Result<std::unique_ptr<Wiring>> build(const KioskConfig &config);
    ~Wiring() override;

    [[nodiscard]] view::KioskController &kiosk() { return *m_kiosk; }

    // After the first page is painted: the store, the devices, the voice, the line to the city.
    void start();

private:
    struct StoreHolder;  // shared with the door, touched on the store's lane only

    explicit Wiring(const KioskConfig &config);
    Result<void> openDevices();
    void connectDevices();
    void openPreview();
    [[nodiscard]] view::KioskPorts ports();
    void openStore();
    void writeDeviceLog();
    void lookAtDeadlines();
    void housekeep();
    void storeOpened(const Result<void> &opened);
    void openDoor();
    void keepTimeFloor(const QDateTime &floorUtc);

    const KioskConfig m_config;
    SystemClock m_machineClock;
    offline::platform::TrustedClock m_clock;
    offline::vault::PosixFileSystem m_files;
    std::shared_ptr<StoreHolder> m_store;
    drivers::devices::QtSpeaker m_speaker;
    Lane m_storeLane;
    std::unique_ptr<drivers::registry::DeviceManager> m_devices;
    std::unique_ptr<FolderCatalogue> m_authors; // author mode only
    std::unique_ptr<SampleReader> m_sample;     // of a preview
    QTimer m_retryTimer;
    QTimer m_countTimer;
    QTimer m_deadlineTimer;
    QTimer m_houseTimer;
    std::unique_ptr<view::KioskController> m_kiosk;
    std::unique_ptr<CityLine> m_line;
    std::unique_ptr<ControlDoor> m_toolDoor;
};

} // namespace tongban::app
