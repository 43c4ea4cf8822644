// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_device_log.h"

#include "offline/store/text.h"

namespace tongban::offline::store {

namespace {

QVariant timeOrNull(const QDateTime &utc)
{
    return utc.isValid() ? QVariant(utc.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &column)
{
    return column.isNull() ? QDateTime() : utcFromMs(column.toLongLong());
}

// Names, not numbers: the enumeration grows in the middle.
std::optional<ErrorKind> kindNamed(const QString &name)
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Cancelled); ++kind) {
        if (name == QLatin1String(nameOf(static_cast<ErrorKind>(kind))))
            return static_cast<ErrorKind>(kind);
    }
    return std::nullopt;
}

} // namespace

Result<void> SqlDeviceLog::add(const std::vector<ports::DeviceCounters> &since)
{
    const auto where = QStringLiteral("device-log.add");
    if (since.empty())
        return {};
    return m_database.transact(where, [&]() -> Result<void> {
        for (const ports::DeviceCounters &more : since) {
            const QVariant kind =
                more.lastFailureKind ? QVariant(QLatin1String(nameOf(*more.lastFailureKind))) : QVariant();
            const auto added = m_database.run(
                where,
                QStringLiteral("INSERT INTO device_log (device, succeeded, failed, last_success, last_failure,"
                               " last_failure_kind) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET"
                               " succeeded = succeeded + excluded.succeeded, failed = failed + excluded.failed,"
                               " last_success = coalesce(excluded.last_success, last_success),"
                               " last_failure = coalesce(excluded.last_failure, last_failure),"
                               " last_failure_kind = coalesce(excluded.last_failure_kind, last_failure_kind)"),
                {notNull(more.device), more.succeeded, more.failed, timeOrNull(more.lastSuccess),
                 timeOrNull(more.lastFailure), kind});
            if (!added)
                return fail(added.error());
        }
        return {};
    });
}

Result<std::vector<ports::DeviceCounters>> SqlDeviceLog::all()
{
    const auto rows = m_database.query(
        QStringLiteral("device-log.all"),
        QStringLiteral("SELECT device, succeeded, failed, last_success, last_failure, last_failure_kind"
                       " FROM device_log ORDER BY device"));
    if (!rows)
        return fail(rows.error());
    std::vector<ports::DeviceCounters> counters;
    for (const Row &row : *rows)
        counters.push_back({.device = row.at(0).toString(),
                            .succeeded = row.at(1).toLongLong(),
                            .failed = row.at(2).toLongLong(),
                            .lastSuccess = timeOf(row.at(3)),
                            .lastFailure = timeOf(row.at(4)),
                            .lastFailureKind = kindNamed(row.at(5).toString())});
    return counters;
}

} // namespace tongban::offline::store
