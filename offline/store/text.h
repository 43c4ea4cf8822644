// SPDX-License-Identifier: GPL-3.0-or-later
// How ids and times are spelt in the tables.
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace tongban::offline::store {

[[nodiscard]] inline QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

// A null QString would be bound as NULL, which no TEXT column here takes.
[[nodiscard]] inline QString notNull(const QString &text)
{
    return text.isNull() ? QString(QLatin1String("")) : text;
}

[[nodiscard]] inline QDateTime utcFromMs(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

// RFC 3339, UTC, milliseconds, as the platform's contract spells times.
[[nodiscard]] inline QString wireTime(const QDateTime &utc)
{
    return utc.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace tongban::offline::store
