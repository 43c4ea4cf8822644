// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

namespace tongban::drivers::registry {

Result<void> buildSamReader(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::SamReaderOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor.transport, {"serial", "usb"});
    if (!transport)
        return fail(transport.error());
    devices.idCardReader = std::make_unique<devices::SamReader>(std::move(*transport), *options);
    return {};
}

} // namespace tongban::drivers::registry
