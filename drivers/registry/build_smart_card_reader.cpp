// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/smart_card_reader/pcsc_reader.h"
#include "drivers/registry/driver_list.h"

#include <QCoreApplication>

namespace tongban::drivers::registry {

Result<void> buildPcscReader(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::PcscReaderOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-smart-card");
    devices.smartCardReader = std::make_unique<devices::PcscReader>(*options, program);
    return {};
}

} // namespace tongban::drivers::registry
