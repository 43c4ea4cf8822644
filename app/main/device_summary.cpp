// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/device_summary.h"

namespace tongban::app {

QString deviceSummary(const std::vector<drivers::registry::DeviceReport> &reports)
{
    constexpr int longest = 200;
    QStringList troubles;
    QStringList others;
    for (const auto &report : reports) {
        QString words = QStringLiteral("%1 %2").arg(QLatin1String(domain::nameOf(report.deviceClass)),
                                                    QLatin1String(domain::nameOf(report.health.state)));
        if (report.health.reason)
            words += QLatin1Char(' ') + QLatin1String(nameOf(*report.health.reason));
        (report.health.reason ? troubles : others).append(words);
    }
    const QString all = (troubles + others).join(QStringLiteral(", "));
    return all.isEmpty() ? QStringLiteral("no devices") : all.left(longest);
}

} // namespace tongban::app
