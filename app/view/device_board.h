// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices are in order, as their last answers have it; from it come the mark in the strip and closed services.
#pragma once

#include "app/core/base/error.h"
#include "app/core/domain/service_item.h"

#include <QMap>
#include <QString>

#include <optional>

namespace tongban::view {

enum class KioskDevice { CardReader, Scanner, Printer };

[[nodiscard]] QString labelOf(KioskDevice device);    // 身份证阅读器, 扫描仪, 打印机
[[nodiscard]] const char *nameOf(KioskDevice device); // for the log

class DeviceBoard
{
public:
    // The outcome of a device's last operation; true when the board changed. Only what staff or the technician must fix
    // counts as trouble: a card lifted too soon says that the reader is well.
    bool reportWork(KioskDevice device, const std::optional<Error> &error);
    // Whether the device could be opened at all.
    bool reportPresence(KioskDevice device, const std::optional<Error> &error);

    [[nodiscard]] bool allWell() const { return m_missing.isEmpty() && m_troubles.isEmpty(); }
    [[nodiscard]] QString note() const; // the first trouble in words; empty when all is well
    // Why the item cannot be done now; empty when it can. Only a device that is not there closes a service: after a
    // passing fault the next person may try, else nobody would ever find it repaired.
    [[nodiscard]] QString closedReason(const domain::ServiceItem &item) const;

private:
    QMap<KioskDevice, ErrorKind> m_missing;
    QMap<KioskDevice, ErrorKind> m_troubles;
};

} // namespace tongban::view
