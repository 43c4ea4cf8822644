// SPDX-License-Identifier: GPL-3.0-or-later
// How a device of the terminal is (设备健康; DOMAIN "Device"). Words after XFS4IoT.
//
//   Absent ⇄ Starting → Ready ⇄ Busy        Ready, Busy → NeedsAttention (staff) | Faulted (technician) | Absent
//   any → Absent (unplugged); NeedsAttention, Faulted, Absent → Ready once an operation or a probe succeeds
#pragma once

#include "app/core/base/error.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tongban::domain {

enum class DeviceClass {
    IdCardReader,     // 身份证阅读器
    SmartCardReader,  // 社保卡读卡器 (PC/SC)
    CodeScanner,      // 扫码器
    Camera,           // 摄像头, 高拍仪
    ReceiptPrinter,   // 凭条打印机
    PagePrinter,      // A4 打印机
    DocumentScanner,  // 扫描仪
    IoBoard,          // 指示灯和门磁
    PowerSupply,      // 不间断电源 (UPS)
};

inline constexpr DeviceClass allDeviceClasses[] = {
    DeviceClass::IdCardReader,   DeviceClass::SmartCardReader, DeviceClass::CodeScanner,
    DeviceClass::Camera,         DeviceClass::ReceiptPrinter,  DeviceClass::PagePrinter,
    DeviceClass::DocumentScanner, DeviceClass::IoBoard,        DeviceClass::PowerSupply,
};

enum class DeviceState {
    Absent,         // the port or node is not there
    Starting,       // not asked yet, or asked for the first time
    Ready,
    Busy,           // an operation runs
    NeedsAttention, // paper, cover, jam, toner: staff
    Faulted,        // silent, speaks another protocol, reports a fault, does not come back: technician
};

struct DeviceHealth
{
    DeviceState state = DeviceState::Starting;
    std::optional<ErrorKind> reason{}; // of Absent, NeedsAttention, Faulted
    QString detail{};                  // for a technician, English; never personal data
    QDateTime since{};                 // UTC; when `state` or `reason` last changed

    [[nodiscard]] bool operator==(const DeviceHealth &) const = default;
};

[[nodiscard]] const char *nameOf(DeviceClass deviceClass); // as in descriptors: "idCardReader"
[[nodiscard]] std::optional<DeviceClass> deviceClassNamed(const QString &name);
[[nodiscard]] const char *nameOf(DeviceState state); // "ready"

// What an operation's or a probe's end says of the device. Cancelled and what only a person can be blamed for leave a
// device that answered Ready. `since` moves only when state or reason do.
[[nodiscard]] DeviceHealth healthAfter(const DeviceHealth &before, const std::optional<Error> &outcome,
                                       const QDateTime &nowUtc);
[[nodiscard]] DeviceHealth healthWhileBusy(const DeviceHealth &before, const QDateTime &nowUtc);

} // namespace tongban::domain
