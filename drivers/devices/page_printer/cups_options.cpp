// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/cups_options.h"

#include "drivers/devices/page_printer/ipp_exchange.h"
#include "drivers/devices/strict_object.h"

namespace tongban::drivers::devices {
namespace {

// False: neither a path nor address:port.
bool takeServer(const QByteArray &server, CupsOptions &options)
{
    options.host = server;
    if (server.startsWith('/'))
        return true;
    const qsizetype colon = server.lastIndexOf(':');
    options.host = server.left(colon);
    options.port = colon < 0 ? 0 : server.mid(colon + 1).toInt();
    if (options.host.startsWith('[') && options.host.endsWith(']'))
        options.host = options.host.mid(1, options.host.size() - 2);
    return options.port > 0 && options.port < 65536 && isAddress(options.host);
}

} // namespace

Result<CupsOptions> CupsOptions::fromJson(const QJsonObject &transport, const QJsonObject &options)
{
    StrictObject wire(transport, QStringLiteral("transport."));
    static_cast<void>(wire.oneOf(QStringLiteral("kind"), {QStringLiteral("cups")}));
    CupsOptions result;
    result.queue = wire.string(QStringLiteral("queue")).toUtf8();
    const QByteArray server = wire.string(QStringLiteral("server"), QString::fromUtf8(result.host)).toUtf8();
    if (const auto checked = wire.finish(); !checked)
        return fail(checked.error());
    if (!takeServer(server, result))
        return fail(ErrorKind::Misconfigured, QStringLiteral("descriptor"),
                    QStringLiteral("transport.server: wants a socket's path, or address:port"));

    StrictObject object(options, QStringLiteral("options."));
    result.media = object.string(QStringLiteral("media"), QString::fromUtf8(result.media)).toUtf8();
    result.countsPages = object.boolean(QStringLiteral("countsPages"), true);
    result.missesOfTheDead = object.integer(QStringLiteral("missesOfTheDead"), 1, 10, 3);
    result.requestTimeout = object.milliseconds(QStringLiteral("requestTimeoutMs"), 50, 60'000, 3'000);
    result.pollInterval = object.milliseconds(QStringLiteral("pollIntervalMs"), 20, 5'000, 300);
    result.cancelTimeout = object.milliseconds(QStringLiteral("cancelTimeoutMs"), 20, 150, 150);
    if (const auto checked = object.finish(); !checked)
        return fail(checked.error());
    return result;
}

} // namespace tongban::drivers::devices
