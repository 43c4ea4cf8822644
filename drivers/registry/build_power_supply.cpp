// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/power_supply/nut_ups.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

namespace tongban::drivers::registry {

Result<void> buildNutUps(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::NutUpsOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    Descriptor withPort = descriptor;
    if (const auto port = QStringLiteral("port"); !withPort.transport.contains(port))
        withPort.transport.insert(port, 3493); // upsd's, not a printer's
    auto transport = buildTransport(withPort, {"tcp"});
    if (!transport)
        return fail(transport.error());
    devices.powerSupply = std::make_unique<devices::NutUps>(std::move(*transport), *options);
    return {};
}

} // namespace tongban::drivers::registry
