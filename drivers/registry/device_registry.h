// SPDX-License-Identifier: GPL-3.0-or-later
// From descriptor files to devices behind their ports.
#pragma once

#include "app/core/base/result.h"
#include "drivers/registry/descriptor.h"
#include "drivers/registry/devices.h"

#include <QStringList>

namespace tongban::drivers::registry {

// Builds the devices that the descriptors describe. Touches none: each opens itself at its first use, on its own Lane,
// so that a dead one shows there and the terminal starts without it. Needs a QCoreApplication: child programs are looked
// for beside it. Any thread. Misconfigured names the file and the key, or a class with two devices.
Result<Devices> buildDevices(const std::vector<Descriptor> &descriptors);

// The same, each device for itself, in the order of the descriptors.
Result<std::vector<Devices>> buildEach(const std::vector<Descriptor> &descriptors);

// loadDescriptors, then buildDevices.
Result<Devices> openDevices(const QStringList &directories);

// Whether a driver takes this descriptor; Misconfigured as above.
Result<void> checkDescriptor(const Descriptor &descriptor);

} // namespace tongban::drivers::registry
