// SPDX-License-Identifier: GPL-3.0-or-later
// Every rig there is, one a file.
#pragma once

#include "tests/fault/matrix/device_rig.h"

namespace tongban::tests {

[[nodiscard]] std::unique_ptr<DeviceRig> serialIdCardReader();
[[nodiscard]] std::unique_ptr<DeviceRig> splitUsbIdCardReader();
[[nodiscard]] std::unique_ptr<DeviceRig> pairUsbIdCardReader();
[[nodiscard]] std::unique_ptr<DeviceRig> serialReceiptPrinter();
[[nodiscard]] std::unique_ptr<DeviceRig> usbReceiptPrinter();
[[nodiscard]] std::unique_ptr<DeviceRig> tcpReceiptPrinter();
[[nodiscard]] std::unique_ptr<DeviceRig> serialCodeScanner();
[[nodiscard]] std::unique_ptr<DeviceRig> hidPosCodeScanner();
[[nodiscard]] std::unique_ptr<DeviceRig> keyboardWedgeCodeScanner();
[[nodiscard]] std::unique_ptr<DeviceRig> modbusIoBoard();
[[nodiscard]] std::unique_ptr<DeviceRig> nutPowerSupply();
[[nodiscard]] std::unique_ptr<DeviceRig> cupsPagePrinter();
[[nodiscard]] std::unique_ptr<DeviceRig> v4l2Camera();
[[nodiscard]] std::unique_ptr<DeviceRig> cameraCodeScanner();
[[nodiscard]] std::unique_ptr<DeviceRig> pcscSmartCardReader();
[[nodiscard]] std::unique_ptr<DeviceRig> saneDocumentScanner();
[[nodiscard]] std::unique_ptr<DeviceRig> saneByteByByteScanner();

} // namespace tongban::tests
