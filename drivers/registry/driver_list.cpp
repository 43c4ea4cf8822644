// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/driver_list.h"

#include <array>

namespace tongban::drivers::registry {

std::span<const Driver> driverList()
{
    using domain::DeviceClass;
    static constexpr std::array drivers{
        Driver{"sam", DeviceClass::IdCardReader, &buildSamReader},
        Driver{"pcsc", DeviceClass::SmartCardReader, &buildPcscReader},
        Driver{"escpos", DeviceClass::ReceiptPrinter, &buildEscposPrinter},
        Driver{"cups", DeviceClass::PagePrinter, &buildCupsPrinter},
        Driver{"sane", DeviceClass::DocumentScanner, &buildSaneScanner},
        Driver{"modbus-rtu", DeviceClass::IoBoard, &buildModbusBoard},
        Driver{"nut", DeviceClass::PowerSupply, &buildNutUps},
        Driver{"v4l2", DeviceClass::Camera, &buildV4l2Camera},
        Driver{"camera-code", DeviceClass::CodeScanner, &buildCameraCodeScanner},
        Driver{"serial-code", DeviceClass::CodeScanner, &buildSerialCodeScanner},
        Driver{"hid-pos", DeviceClass::CodeScanner, &buildHidPosScanner},
        Driver{"keyboard-wedge", DeviceClass::CodeScanner, &buildKeyboardWedge},
    };
    return drivers;
}

} // namespace tongban::drivers::registry
