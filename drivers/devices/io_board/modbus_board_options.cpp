// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/io_board/modbus_board_options.h"

#include "drivers/codec/modbus_rtu.h"
#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

namespace {

std::optional<quint16> address(StrictObject &object, const QString &key)
{
    if (!object.has(key))
        return std::nullopt;
    return static_cast<quint16>(object.integer(key, 0, 0xFFFF, 0));
}

Result<void> takeInputs(const QJsonObject &json, ModbusBoardOptions &options)
{
    StrictObject inputs(json, QStringLiteral("options.inputs."));
    options.door = address(inputs, QStringLiteral("door"));
    options.person = address(inputs, QStringLiteral("person"));
    return inputs.finish();
}

Result<void> takeLamps(const QJsonObject &json, ModbusBoardOptions &options)
{
    StrictObject lamps(json, QStringLiteral("options.lamps."));
    for (const domain::DeviceClass beside : domain::allDeviceClasses) {
        if (const auto coil = address(lamps, QLatin1String(nameOf(beside))))
            options.lamps.emplace(beside, *coil);
    }
    return lamps.finish();
}

} // namespace

Result<ModbusBoardOptions> ModbusBoardOptions::fromJson(const QJsonObject &json, int baudRate)
{
    const auto owed =
        static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(codec::modbusSilence(baudRate)).count());
    StrictObject object(json, QStringLiteral("options."));
    ModbusBoardOptions options;
    options.unit = static_cast<quint8>(object.integer(QStringLiteral("unit"), 1, 247, 1));
    options.doorOpenIsOn = object.boolean(QStringLiteral("doorOpenIsOn"), true);
    options.answerTimeout = object.milliseconds(QStringLiteral("answerTimeoutMs"), 20, 10'000, 200);
    options.silence = object.milliseconds(QStringLiteral("silenceMs"), 2, 1000, owed);
    options.repeats = object.integer(QStringLiteral("repeats"), 0, 5, 2);
    options.echo = object.boolean(QStringLiteral("echo"), false);
    const QJsonObject inputs = object.objectOrEmpty(QStringLiteral("inputs"));
    const QJsonObject lamps = object.objectOrEmpty(QStringLiteral("lamps"));
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (const auto taken = takeInputs(inputs, options); !taken)
        return fail(taken.error());
    if (const auto taken = takeLamps(lamps, options); !taken)
        return fail(taken.error());
    if (inputs.isEmpty() && lamps.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"),
                    QStringLiteral("options: neither inputs nor lamps are named"));
    return options;
}

} // namespace tongban::drivers::devices
