// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/cups_printer.h"
#include "drivers/registry/driver_list.h"

namespace tongban::drivers::registry {

Result<void> buildCupsPrinter(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::CupsOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    devices.pagePrinter = std::make_unique<devices::CupsPrinter>(*options);
    return {};
}

} // namespace tongban::drivers::registry
