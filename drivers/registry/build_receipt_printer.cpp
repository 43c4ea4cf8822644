// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_printer.h"
#include "drivers/devices/receipt_printer/line_drawer.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

namespace tongban::drivers::registry {

Result<void> buildEscposPrinter(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::EscposOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor, {"serial", "usb", "tcp"});
    if (!transport)
        return fail(transport.error());
    options->paper.draw = devices::drawReceiptLine;
    devices.receiptPrinter = std::make_unique<devices::EscposPrinter>(std::move(*transport), *options);
    return {};
}

} // namespace tongban::drivers::registry
