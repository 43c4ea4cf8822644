// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/process_age.h"

#include <QByteArrayList>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace tongban::app {

std::chrono::milliseconds processAge()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return std::chrono::milliseconds(0);
    const QByteArray line = stat.readAll();
    // proc(5): field 22 is the start in ticks since boot; the name in parentheses may hold anything, so count behind
    // it.
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const qint64 ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    timespec now{};
    if (fields.size() < 20 || ticksPerSecond <= 0 || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return std::chrono::milliseconds(0);
    const qint64 startMs = fields.at(19).toLongLong() * 1000 / ticksPerSecond;
    const qint64 nowMs = static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    return std::chrono::milliseconds(nowMs - startMs);
}

} // namespace tongban::app
