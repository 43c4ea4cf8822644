// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a device: to the people in front of the terminal in one plain sentence that the voice can say, to the
// technician behind it as cause and remedy. Nothing of a person ever stands in it.
#pragma once

#include "app/core/domain/device_health.h"

#include <QString>

#include <span>

namespace tongban::view {

[[nodiscard]] QString labelOf(domain::DeviceClass deviceClass); // 身份证阅读器, 扫描仪, 凭条打印机 …

// Why an errand that needs the device cannot be done here now, and where it can.
[[nodiscard]] QString closedWords(domain::DeviceClass deviceClass);

// At most 40 characters. Empty unless the device is Absent, NeedsAttention or Faulted.
[[nodiscard]] QString sentenceFor(domain::DeviceClass deviceClass, const domain::DeviceHealth &health);

// What a device of this class can have: the errors of its port that say something of the device.
[[nodiscard]] std::span<const ErrorKind> troublesOf(domain::DeviceClass deviceClass);

struct TechnicianWords // at most 40 characters each
{
    QString cause;
    QString remedy;
};

// Empty for what is no trouble of a device (a card that was lifted).
[[nodiscard]] TechnicianWords technicianWords(domain::DeviceClass deviceClass, ErrorKind kind);

} // namespace tongban::view
