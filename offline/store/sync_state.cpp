// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sync_state.h"

#include "offline/store/database.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

Result<QString> SyncState::value(const QString &key)
{
    const auto rows = m_database.query(QStringLiteral("sync-state.value"),
                                       QStringLiteral("SELECT value FROM sync_state WHERE key = ?"), {key});
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? QString() : rows->front().at(0).toString();
}

Result<void> SyncState::setValue(const QString &key, const QString &value)
{
    if (value.isEmpty()) {
        const auto forgotten = m_database.run(QStringLiteral("sync-state.forget"),
                                              QStringLiteral("DELETE FROM sync_state WHERE key = ?"), {key});
        return forgotten ? Result<void>() : fail(forgotten.error());
    }
    const auto set = m_database.run(QStringLiteral("sync-state.set"),
                                    QStringLiteral("INSERT INTO sync_state (key, value) VALUES (?, ?)"
                                                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                                    {key, value});
    return set ? Result<void>() : fail(set.error());
}

Result<QHash<QString, QString>> SyncState::named(const QString &prefix)
{
    // By the primary key: names from the prefix on, before whatever follows it.
    const auto rows = m_database.query(QStringLiteral("sync-state.named"),
                                       QStringLiteral("SELECT key, value FROM sync_state WHERE key >= ? AND key < ?"),
                                       {prefix, QString(prefix + QChar(0x7F))});
    if (!rows)
        return fail(rows.error());
    QHash<QString, QString> found;
    for (const auto &row : *rows)
        found.insert(row.at(0).toString(), row.at(1).toString());
    return found;
}

Result<void> SyncState::together(const std::function<Result<void>()> &work)
{
    return m_database.transact(QStringLiteral("sync-state.together"), work);
}

} // namespace tongban::offline::store
