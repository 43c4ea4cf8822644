// SPDX-License-Identifier: GPL-3.0-or-later
// Every driver of the house. Explicit: what stands here can be found by reading, and no linker drops it.
#pragma once

#include "drivers/registry/descriptor.h"
#include "drivers/registry/devices.h"

#include <span>

namespace tongban::drivers::registry {

struct Driver
{
    const char *name; // "driver" of a descriptor
    domain::DeviceClass deviceClass;
    // Reads options and transport strictly, touches no device. Misconfigured names the key.
    Result<void> (*build)(const Descriptor &, Devices &);
};

[[nodiscard]] std::span<const Driver> driverList();

// One file a class of devices: build_<class>.cpp.
Result<void> buildSamReader(const Descriptor &descriptor, Devices &devices);
Result<void> buildPcscReader(const Descriptor &descriptor, Devices &devices);
Result<void> buildEscposPrinter(const Descriptor &descriptor, Devices &devices);
Result<void> buildModbusBoard(const Descriptor &descriptor, Devices &devices);
Result<void> buildNutUps(const Descriptor &descriptor, Devices &devices);
Result<void> buildCupsPrinter(const Descriptor &descriptor, Devices &devices);
Result<void> buildSaneScanner(const Descriptor &descriptor, Devices &devices);
Result<void> buildV4l2Camera(const Descriptor &descriptor, Devices &devices);
Result<void> buildCameraCodeScanner(const Descriptor &descriptor, Devices &devices);
Result<void> buildSerialCodeScanner(const Descriptor &descriptor, Devices &devices);
Result<void> buildHidPosScanner(const Descriptor &descriptor, Devices &devices);
Result<void> buildKeyboardWedge(const Descriptor &descriptor, Devices &devices);

} // namespace tongban::drivers::registry
