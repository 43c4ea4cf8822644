// SPDX-License-Identifier: GPL-3.0-or-later
// The place of one class of device on this terminal: its Lane, its supervised port, its health. Devices come to it and
// leave it; the place, the lane and the port stay.
//
// Looked at when nobody uses it: at once, then by what is known of it (ManagerTimes). A person's operation stops a look
// in mid-word; it is done again afterwards.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/lane.h"
#include "app/core/ports/device_log.h"
#include "drivers/registry/descriptor.h"
#include "drivers/registry/manager_times.h"
#include "drivers/registry/supervised/supervised.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace tongban::drivers::registry {

class DeviceSlot final : public QObject, private OperationWatcher // UI thread, but for the watcher's face
{
    Q_OBJECT
public:
    DeviceSlot(domain::DeviceClass deviceClass, const ManagerTimes &times, const Clock &clock);
    ~DeviceSlot() override; // asks the lane to stop and joins it: up to 200 ms, and 500 ms for the device's close()

    [[nodiscard]] Lane &lane() { return *m_lane; }
    [[nodiscard]] SupervisedDevice &port() { return *m_port; }
    [[nodiscard]] domain::DeviceClass deviceClass() const { return m_class; }
    [[nodiscard]] const std::optional<Descriptor> &descriptor() const { return m_descriptor; }
    [[nodiscard]] const domain::DeviceHealth &health() const { return m_shown; }
    [[nodiscard]] const ports::DeviceCounters &counters() const { return m_total; } // of this run

    // The device takes its place behind whatever the lane has still to do; the one before is closed.
    void install(const Descriptor &descriptor, Devices device);
    void remove();

    void start(); // begins to look; before that nothing is touched
    void look();  // at once, or as soon as the device is free; begins the back-off anew

    [[nodiscard]] std::vector<ports::DeviceCounters> takeCounters(); // since the last call
    void requestStop() { m_lane->requestStop(); }

Q_SIGNALS:
    void healthChanged();

private:
    void begun(quint64 generation, Deadline deadline) override;
    void ended(quint64 generation, const Outcome &outcome) override;
    void beat(quint64 generation, const std::optional<Error> &error) override;

    void put(std::optional<Descriptor> descriptor, Devices device);
    void operationBegan(quint64 generation, std::chrono::milliseconds span);
    void operationEnded(quint64 generation, const Outcome &outcome);
    void heard(quint64 generation, const std::optional<Error> &error);
    void lookNow();
    void looked(quint64 generation, const Result<void> &seen);
    void overdue();
    void count(const std::optional<Error> &error);
    void settle(const domain::DeviceHealth &health);
    void show();
    void schedule();
    [[nodiscard]] std::chrono::milliseconds untilNextLook();

    const domain::DeviceClass m_class;
    const ManagerTimes m_times;
    const Clock &m_clock;
    std::optional<Descriptor> m_descriptor;
    quint64 m_generation = 0;        // of the present descriptor
    domain::DeviceHealth m_settled;  // what its last answer said; never Busy
    domain::DeviceHealth m_shown;    // and that while an operation runs
    ports::DeviceCounters m_total;   // of this run and this descriptor
    std::vector<ports::DeviceCounters> m_untaken; // one for each id that was here
    QTimer m_nextLook;
    QTimer m_watchdog; // of the operation or look under way
    std::chrono::milliseconds m_backOff;
    int m_missed = 0;
    bool m_isStarted = false;
    bool m_isInUse = false;     // an operation runs
    bool m_isLooking = false;   // a look runs
    bool m_isOverdue = false;   // one of the two did not come back in time
    bool m_isLookWanted = false; // as soon as the device is free
    QDeadlineTimer m_quietUntil; // lane only: a stream says once a second that all is well
    bool m_lastBeatFailed = false; // lane only
    std::unique_ptr<SupervisedDevice> m_port;
    std::unique_ptr<Lane> m_lane; // ends first: its work uses the above
};

} // namespace tongban::drivers::registry
