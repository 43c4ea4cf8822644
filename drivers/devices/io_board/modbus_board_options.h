// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/device_health.h"

#include <QJsonObject>

#include <chrono>
#include <map>
#include <optional>

namespace tongban::drivers::devices {

struct ModbusBoardOptions
{
    quint8 unit = 1;               // 1…247; 0 would be a broadcast, which nobody answers
    std::optional<quint16> door{}; // addresses of discrete inputs, from 0; nothing: not fitted
    bool doorOpenIsOn = true;      // false: the contact is closed while the door is
    std::optional<quint16> person{};
    std::map<domain::DeviceClass, quint16> lamps{}; // coils, from 0, by what the lamp stands beside
    std::chrono::milliseconds answerTimeout{200};
    std::chrono::milliseconds silence{
        2};            // before each request; at least 3.5 characters (Modbus over Serial Line 2.5.1.1)
    int repeats = 2;   // of a question that was not answered
    bool echo = false; // the RS-485 adapter hears itself

    // Keys unit, inputs (door, person), doorOpenIsOn, lamps (device class → coil), answerTimeoutMs, silenceMs (else
    // what the line's speed asks for), repeats, echo; inputs or lamps must name something. Misconfigured names the key.
    static Result<ModbusBoardOptions> fromJson(const QJsonObject &json, int baudRate);
};

} // namespace tongban::drivers::devices
