// SPDX-License-Identifier: GPL-3.0-or-later
// The board on its line D/board.tty (9600 8N1, as such boards leave the factory) and the commands board.*.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/modbus_board.h"
#include "drivers/emulator/pty_port.h"

#include <QJsonObject>

namespace tongban::drivers::emulator {

class BoardOnDesk
{
public:
    explicit BoardOnDesk(const QString &directory);

    [[nodiscard]] PtyPort &port() { return m_port; }

    void set(const QJsonObject &arguments); // door, person: true or false
    // none, silent, garbage, oneByte, refuse, unplugged; InputInvalid
    Result<void> setFault(const QString &kind);
    [[nodiscard]] QJsonObject status() const; // door, person, lamps (one true or false a coil), plugged, fault

private:
    ModbusBoard m_board;
    PtyPort m_port;
};

} // namespace tongban::drivers::emulator
