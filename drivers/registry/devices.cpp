// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/devices.h"

namespace tongban::drivers::registry {

ports::Device *Devices::device(domain::DeviceClass deviceClass) const
{
    using domain::DeviceClass;
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return idCardReader.get();
    case DeviceClass::SmartCardReader:
        return smartCardReader.get();
    case DeviceClass::CodeScanner:
        return codeScanner.get();
    case DeviceClass::Camera:
        return camera.get();
    case DeviceClass::ReceiptPrinter:
        return receiptPrinter.get();
    case DeviceClass::PagePrinter:
        return pagePrinter.get();
    case DeviceClass::DocumentScanner:
        return documentScanner.get();
    case DeviceClass::IoBoard:
        return ioBoard.get();
    case DeviceClass::PowerSupply:
        return powerSupply.get();
    }
    Q_UNREACHABLE();
}

} // namespace tongban::drivers::registry
