// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/supervised/cabinet.h"
#include "drivers/registry/supervised/eyes.h"
#include "drivers/registry/supervised/printers.h"
#include "drivers/registry/supervised/readers.h"

namespace tongban::drivers::registry {

std::unique_ptr<SupervisedDevice> makeSupervised(domain::DeviceClass deviceClass, OperationWatcher &watcher)
{
    using domain::DeviceClass;
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return std::make_unique<SupervisedIdCardReader>(watcher);
    case DeviceClass::SmartCardReader:
        return std::make_unique<SupervisedSmartCardReader>(watcher);
    case DeviceClass::CodeScanner:
        return std::make_unique<SupervisedCodeScanner>(watcher);
    case DeviceClass::Camera:
        return std::make_unique<SupervisedCamera>(watcher);
    case DeviceClass::ReceiptPrinter:
        return std::make_unique<SupervisedReceiptPrinter>(watcher);
    case DeviceClass::PagePrinter:
        return std::make_unique<SupervisedPagePrinter>(watcher);
    case DeviceClass::DocumentScanner:
        return std::make_unique<SupervisedDocumentScanner>(watcher);
    case DeviceClass::IoBoard:
        return std::make_unique<SupervisedIoBoard>(watcher);
    case DeviceClass::PowerSupply:
        return std::make_unique<SupervisedPowerSupply>(watcher);
    }
    Q_UNREACHABLE();
}

} // namespace tongban::drivers::registry
