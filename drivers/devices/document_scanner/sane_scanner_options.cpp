// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_scanner_options.h"

#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {

Result<SaneScannerOptions> SaneScannerOptions::fromJson(const QJsonObject &transport, const QJsonObject &options)
{
    StrictObject wire(transport, QStringLiteral("transport."));
    static_cast<void>(wire.oneOf(QStringLiteral("kind"), {QStringLiteral("sane")}));
    SaneScannerOptions result;
    result.device = wire.string(QStringLiteral("device"));
    result.configDirectory = wire.string(QStringLiteral("configDirectory"), {});
    if (auto checked = wire.finish(); !checked)
        return fail(checked.error());

    StrictObject object(options, QStringLiteral("options."));
    result.settings = object.objectOrEmpty(QStringLiteral("saneOptions"));
    result.feeder = object.boolean(QStringLiteral("feeder"), false);
    result.duplex = object.boolean(QStringLiteral("duplex"), false);
    result.formerTimeout = object.milliseconds(QStringLiteral("formerTimeoutMs"), 50, 20'000, 1500);
    for (const QString &name : {QStringLiteral("source"), QStringLiteral("mode")}) {
        if (object.has(name))
            result.settings.insert(name, object.string(name));
    }
    if (const auto name = QStringLiteral("resolution"); object.has(name))
        result.settings.insert(name, object.integer(name, 75, 1200, 200));
    if (auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (result.duplex && !result.feeder)
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"),
                    QStringLiteral("options.duplex: wants feeder"));
    return result;
}

} // namespace tongban::drivers::devices
