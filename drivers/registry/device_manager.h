// SPDX-License-Identifier: GPL-3.0-or-later
// All devices of the terminal: reads their descriptors, builds them, gives each its Lane, knows how each is, and looks
// after those that are not well until they are. A device that is plugged in is found; a descriptor that is added or
// changed takes effect without a restart; a wrong one changes nothing and is named.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/lane.h"
#include "app/core/ports/device_log.h"
#include "drivers/registry/device_slot.h"
#include "drivers/registry/hotplug.h"
#include "drivers/registry/manager_times.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace tongban::drivers::registry {

struct DeviceReport
{
    QString id;
    domain::DeviceClass deviceClass = domain::DeviceClass::IdCardReader;
    QString model;
    domain::DeviceHealth health;
    ports::DeviceCounters counters; // of this run
};

class DeviceManager : public QObject // UI thread; none of its calls waits for a device
{
    Q_OBJECT
public:
    // directories: descriptors, later ones override by id. Touches no device. Misconfigured names file and key.
    // clock outlives the manager.
    [[nodiscard]] static Result<std::unique_ptr<DeviceManager>> open(const QStringList &directories, const Clock &clock,
                                                                     const ManagerTimes &times = {});
    ~DeviceManager() override; // stops all operations, then joins the lanes

    void start(); // begins to look at devices, at what is plugged in and at the descriptors

    // The lane of a class and its port, whether there is such a device or not (then each call fails with DeviceAbsent).
    // They live as long as the manager. The ports are called on their lane only.
    [[nodiscard]] Lane &lane(domain::DeviceClass deviceClass);
    [[nodiscard]] ports::IdCardReader &idCardReader();
    [[nodiscard]] ports::SmartCardReader &smartCardReader();
    [[nodiscard]] ports::CodeScanner &codeScanner();
    [[nodiscard]] ports::Camera &camera();
    [[nodiscard]] ports::ReceiptPrinter &receiptPrinter();
    [[nodiscard]] ports::PagePrinter &pagePrinter();
    [[nodiscard]] ports::DocumentScanner &documentScanner();
    [[nodiscard]] ports::IoBoard &ioBoard();
    [[nodiscard]] ports::PowerSupply &powerSupply();

    [[nodiscard]] domain::DeviceHealth health(domain::DeviceClass deviceClass) const; // Absent: no descriptor
    [[nodiscard]] std::vector<DeviceReport> reports() const;                          // of all that have a descriptor
    [[nodiscard]] std::vector<ports::DeviceCounters> takeCounters(); // what was done since the last call

    // Looks at once at every device that is not well: somebody came to the terminal.
    void lookAgain();
    // Reads the descriptors again (the manager does so by itself when one changes). A device whose descriptor is the
    // same is not touched. Misconfigured: nothing was changed.
    Result<void> reload();
    [[nodiscard]] const std::optional<Error> &configurationError() const { return m_configurationError; }

Q_SIGNALS:
    // id is empty for a class without a descriptor.
    void healthChanged(const QString &id, tongban::domain::DeviceClass deviceClass,
                       const tongban::domain::DeviceHealth &health);
    void configurationRead(); // see configurationError()

private:
    DeviceManager(const QStringList &directories, const Clock &clock, const ManagerTimes &times);
    DeviceSlot &slotOf(domain::DeviceClass deviceClass);
    template <class Port> Port &portOf(domain::DeviceClass deviceClass);
    void apply(const std::vector<Descriptor> &descriptors, std::vector<Devices> built);
    void tell(const DeviceSlot &slot);
    void watchDescriptors();
    void plugged();

    const QStringList m_directories;
    const Clock &m_clock;
    const ManagerTimes m_times;
    std::vector<Descriptor> m_descriptors; // the last good ones
    std::optional<Error> m_configurationError;
    Hotplug m_hotplug;
    PathWatch m_files;
    QTimer m_settling;
    QTimer m_editing;
    QSet<QString> m_subsystems; // in which something was plugged, not yet looked at
    QSet<QString> m_paths;
    bool m_isStarted = false;
    std::map<domain::DeviceClass, std::unique_ptr<DeviceSlot>> m_slots;
};

} // namespace tongban::drivers::registry
