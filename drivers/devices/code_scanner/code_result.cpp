// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/code_result.h"

#include "app/core/base/log.h"

namespace tongban::drivers::devices {

Result<domain::ScannedCode> reported(const char *device, Result<domain::ScannedCode> code)
{
    if (!code && remedyFor(code.error().kind) == Remedy::TechnicianFixes)
        log(LogEvent::DeviceTrouble, {{"device", QLatin1String(device)},
                                      {"kind", QLatin1String(nameOf(code.error().kind))},
                                      {"where", code.error().where},
                                      {"detail", code.error().detail}});
    return code;
}

tl::unexpected<Error> nothingMore(const char *device, bool hasBegun)
{
    const QString where = QLatin1String(device) + QStringLiteral(".next");
    if (hasBegun)
        return fail(ErrorKind::CodeUnreadable, where, QStringLiteral("a code without its end"));
    return fail(ErrorKind::CodeAbsent, where, QStringLiteral("the time to show a code is over"));
}

Result<void> stillThere(transport::Transport &transport, qsizetype maxBytes, const std::stop_token &stop)
{
    const auto waiting = transport.read(maxBytes, Deadline::in(std::chrono::milliseconds(0)), stop);
    if (!waiting && waiting.error().kind != ErrorKind::DeviceSilent)
        return fail(waiting.error());
    return {};
}

} // namespace tongban::drivers::devices
