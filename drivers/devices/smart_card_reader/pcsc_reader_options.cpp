// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/smart_card_reader/pcsc_reader_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<PcscReaderOptions> PcscReaderOptions::fromJson(const QJsonObject &transport, const QJsonObject &options)
{
    StrictObject wire(transport, QStringLiteral("transport."));
    StrictObject manner(options, QStringLiteral("options."));
    static_cast<void>(wire.oneOf(QStringLiteral("kind"), {QStringLiteral("pcsc")}));
    const PcscReaderOptions read{
        .reader = wire.string(QStringLiteral("reader"), {}),
        .answerTimeout = manner.milliseconds(QStringLiteral("answerTimeoutMs"), 50, 20'000, 3000),
        .statusInterval = manner.milliseconds(QStringLiteral("statusIntervalMs"), 10, 2000, 250),
    };
    for (const StrictObject *object : {&wire, &manner}) {
        if (const auto checked = object->finish(); !checked)
            return fail(checked.error());
    }
    return read;
}

} // namespace tongban::drivers::devices
