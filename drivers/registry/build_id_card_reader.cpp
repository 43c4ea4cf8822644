// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

#include <QCoreApplication>

namespace tongban::drivers::registry {

Result<void> buildSamReader(const Descriptor &descriptor, Devices &devices)
{
    auto options = devices::SamReaderOptions::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor, {"serial", "usb"});
    if (!transport)
        return fail(transport.error());
    std::unique_ptr<devices::PhotoDecoder> photos;
    if (!options->photoLibrary.isEmpty())
        photos = std::make_unique<devices::PhotoDecoder>(
            QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-photo"), options->photoLibrary,
            options->photoTimeout);
    devices.idCardReader = std::make_unique<devices::SamReader>(std::move(*transport), *options, std::move(photos));
    return {};
}

} // namespace tongban::drivers::registry
