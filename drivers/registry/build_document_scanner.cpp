// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_scanner.h"
#include "drivers/registry/driver_list.h"

#include <QCoreApplication>

namespace tongban::drivers::registry {

Result<void> buildSaneScanner(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::SaneScannerOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-scan");
    devices.documentScanner = std::make_unique<devices::SaneScanner>(*options, program);
    return {};
}

} // namespace tongban::drivers::registry
