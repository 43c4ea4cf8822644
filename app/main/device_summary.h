// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/registry/device_manager.h"

#include <QString>
#include <QStringList>

namespace tongban::app {

// How the devices are, for the city's technicians: "idCardReader ready, receiptPrinter needsAttention PrinterPaperOut".
// What is not well comes first, for the text ends at 200 characters. Nobody's data.
[[nodiscard]] QString deviceSummary(const std::vector<drivers::registry::DeviceReport> &reports);

} // namespace tongban::app
