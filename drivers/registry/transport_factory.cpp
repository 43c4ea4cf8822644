// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/registry/transport_factory.h"

#include "drivers/devices/strict_object.h"
#include "drivers/transport/serial_transport.h"

namespace tongban::drivers::registry {

namespace {

using Built = Result<std::unique_ptr<transport::Transport>>;

Built buildSerial(devices::StrictObject &object)
{
    const transport::SerialOptions options{.path = object.string(QStringLiteral("path")),
                                           .baudRate =
                                               object.integer(QStringLiteral("baudRate"), 9600, 230400, 115200)};
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    if (!transport::SerialTransport::knowsBaudRate(options.baudRate))
        return fail(ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                    QStringLiteral("transport.baudRate: %1 is no rate of a serial line").arg(options.baudRate));
    return std::make_unique<transport::SerialTransport>(options);
}

} // namespace

Built buildTransport(const QJsonObject &json, std::initializer_list<const char *> kinds)
{
    devices::StrictObject object(json, QStringLiteral("transport."));
    QStringList allowed;
    for (const char *kind : kinds)
        allowed << QString::fromLatin1(kind);
    const QString kind = object.oneOf(QStringLiteral("kind"), allowed);
    if (kind == QStringLiteral("serial"))
        return buildSerial(object);
    const auto checked = object.finish();
    return fail(checked ? Error{ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                                QStringLiteral("transport.kind: ") + kind}
                        : checked.error());
}

} // namespace tongban::drivers::registry
