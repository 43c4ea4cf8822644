// SPDX-License-Identifier: GPL-3.0-or-later
// Which mask a device's recordings are made with.
#pragma once

#include "app/core/domain/device_health.h"
#include "drivers/transport/recording_mask.h"

#include <QString>

#include <memory>

namespace tongban::drivers::registry {

// The one of the device's protocol; of what is no byte stream of a known protocol nothing is kept but lengths.
// kind: the transport's, as in descriptors.
[[nodiscard]] std::unique_ptr<transport::RecordingMask> maskFor(domain::DeviceClass deviceClass, const QString &kind);

// By the name that stands in a recording: sam, escpos, code, all. Null: no such mask.
[[nodiscard]] std::unique_ptr<transport::RecordingMask> maskNamed(const QString &name);

} // namespace tongban::drivers::registry
