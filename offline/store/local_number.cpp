// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/local_number.h"

namespace tongban::offline::store {

Result<QString> nextLocalNumber(Database &database, const QString &siteCode, const QString &deviceId, QDate localDate)
{
    constexpr int digits = 4;
    const QString day =
        QStringLiteral("%1-%2-%3").arg(siteCode, localDate.toString(QStringLiteral("yyyyMMdd")), deviceId);
    const auto rows =
        database.query(QStringLiteral("store.local-number"),
                       QStringLiteral("INSERT INTO counters (name, value) VALUES (?, 1)"
                                      " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"),
                       {QStringLiteral("local-number/") + day});
    if (!rows)
        return fail(rows.error());
    return QStringLiteral("%1-%2").arg(day).arg(rows->front().at(0).toLongLong(), digits, 10, QLatin1Char('0'));
}

} // namespace tongban::offline::store
