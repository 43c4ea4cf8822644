// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_damage.h"

#include "app/main/queue/ask_store.h"

#include <QJsonArray>

#include <algorithm>

namespace tongban::app {

using offline::store::OfflineStore;
using offline::store::StoreReport;
using offline::store::TableSalvage;

namespace {

qint64 savedIn(const QList<TableSalvage> &tables, const QString &name)
{
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const TableSalvage &table) { return table.table == name; });
    return found == tables.end() ? 0 : found->saved;
}

QJsonObject toJson(const StoreReport &report)
{
    QJsonArray tables;
    for (const TableSalvage &table : report.tables) {
        if (table.saved == 0 && table.lost == 0)
            continue;
        tables.append(QJsonObject{{QStringLiteral("table"), table.table},
                                  {QStringLiteral("saved"), table.saved},
                                  {QStringLiteral("fromBackup"), savedIn(report.fromBackup, table.table)},
                                  {QStringLiteral("lost"), table.lost}});
    }
    return {{QStringLiteral("damaged"), true},
            {QStringLiteral("at"), report.at.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("quarantine"), report.quarantine},
            {QStringLiteral("cases"), report.cases.size()},
            {QStringLiteral("tables"), tables}};
}

} // namespace

Result<QJsonObject> damageReport(const OnStore &onStore)
{
    return askStore(onStore, [](OfflineStore &store) -> Result<QJsonObject> {
        return store.recovery() ? toJson(*store.recovery()) : QJsonObject{{QStringLiteral("damaged"), false}};
    });
}

Result<QJsonObject> acknowledgeDamage(const OnStore &onStore)
{
    return askStore(onStore, [](OfflineStore &store) -> Result<QJsonObject> {
        const auto seen = store.acknowledgeRecovery();
        return seen ? Result<QJsonObject>(QJsonObject()) : fail(seen.error());
    });
}

} // namespace tongban::app
