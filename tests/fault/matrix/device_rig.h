// SPDX-License-Identifier: GPL-3.0-or-later
// One way to build a device into a terminal, with a far end that can be broken and cured. The driver above it is the
// product's own. Everything but work() is called on the far end's own thread, so that the screen's is measured alone.
#pragma once

#include "app/core/domain/device_health.h"
#include "drivers/registry/device_manager.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tongban::tests {

enum class Misfortune {
    AbsentAtStart,
    Unplugged,   // in mid-operation, and plugged in again
    Hangs,       // in mid-operation
    Garbage,     // answers in no language
    OneByte,     // answers one byte at a time
    WrongDevice, // another device on the port
    ChildKilled, // the program that the driver works through, in mid-operation
};

inline constexpr Misfortune allMisfortunes[] = {
    Misfortune::AbsentAtStart, Misfortune::Unplugged,   Misfortune::Hangs,       Misfortune::Garbage,
    Misfortune::OneByte,       Misfortune::WrongDevice, Misfortune::ChildKilled,
};

[[nodiscard]] const char *nameOf(Misfortune misfortune);

// What the manager must come to know. Ready: the device works all the same, and the operation succeeds.
struct Expected
{
    domain::DeviceState state = domain::DeviceState::Ready;
    std::vector<ErrorKind> reasons{}; // any of these; empty for Ready
};

class DeviceRig
{
public:
    virtual ~DeviceRig() = default;

    [[nodiscard]] virtual domain::DeviceClass deviceClass() const = 0;

    // Nothing: this device cannot meet with it, and the rig says why in a comment.
    [[nodiscard]] virtual std::optional<Expected> expected(Misfortune misfortune) const = 0;

    // The far end stands, whole. Here and below: why not; empty when it was done.
    [[nodiscard]] virtual QString start() = 0;
    [[nodiscard]] virtual QJsonObject descriptor() const = 0; // deadlines short enough for a test
    // For the operation that is to be broken: it shall be under way until it is (no card is laid down, a slow print).
    [[nodiscard]] virtual QString prepareToBreak() { return {}; }
    // Called when the operation is Busy; returns once it is in the middle.
    [[nodiscard]] virtual QString bring(Misfortune misfortune) = 0;
    [[nodiscard]] virtual QString cure(Misfortune misfortune) = 0;
    [[nodiscard]] virtual QString prepareToSucceed() { return {}; }

    // On the device's lane: the operation that the device is for.
    [[nodiscard]] virtual Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) = 0;
};

struct NamedRig
{
    const char *name; // "serial"
    std::function<std::unique_ptr<DeviceRig>()> make;
};

// The whole of main() of a matrix test.
int runDeviceMatrix(int argc, char **argv, std::vector<NamedRig> rigs);

} // namespace tongban::tests
