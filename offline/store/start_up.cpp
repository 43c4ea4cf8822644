// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/start_up.h"

#include <QFileInfo>

namespace tongban::offline::store {

namespace {

const auto databaseName = QStringLiteral("store.db");
const auto cleanStopKey = QStringLiteral("clean_stop");
const auto keyCheckKey = QStringLiteral("key_check");

// The names in a directory that may not exist yet.
Result<QStringList> namesIn(ports::FileSystem &files, const QString &directory)
{
    auto names = files.list(directory);
    return failedWith(names, ErrorKind::NotFound) ? Result<QStringList>(QStringList()) : std::move(names);
}

Result<void> makeDurably(ports::FileSystem &files, const QString &directory)
{
    if (!failedWith(files.list(directory), ErrorKind::NotFound))
        return {};
    const auto made = files.makeDirectory(directory);
    return made ? files.syncDirectory(QFileInfo(directory).path()) : made;
}

} // namespace

Result<std::optional<QByteArray>> metaValue(Database &database, const QString &key)
{
    const auto rows =
        database.query(QStringLiteral("store.meta"), QStringLiteral("SELECT value FROM meta WHERE key = ?"), {key});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return std::optional<QByteArray>();
    return std::optional<QByteArray>(rows->front().at(0).toByteArray());
}

Result<void> setMetaValue(Database &database, const QString &key, const QByteArray &value)
{
    const auto set = database.run(QStringLiteral("store.meta"),
                                  QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"
                                                 " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                                  {key, value});
    return set ? Result<void>() : fail(set.error());
}

Result<StateFiles> prepareFiles(ports::FileSystem &files, const QString &stateDirectory)
{
    StateFiles state{.database = stateDirectory + QLatin1Char('/') + databaseName,
                     .vault = stateDirectory + QStringLiteral("/vault"),
                     .keys = stateDirectory + QStringLiteral("/keystore")};
    const auto step = makeDurably(files, stateDirectory);
    if (!step)
        return fail(step.error());
    const auto present = namesIn(files, stateDirectory);
    if (!present)
        return fail(present.error());
    state.hasDatabase = present->contains(databaseName);
    state.holdsSealed = state.hasDatabase;
    // Only without a database: the two directories are as long as the terminal has cases.
    for (const QString &directory : {state.vault, state.keys}) {
        if (state.holdsSealed)
            break;
        const auto names = namesIn(files, directory);
        if (!names)
            return fail(names.error());
        state.holdsSealed = !names->isEmpty();
    }
    return state;
}

Result<void> makeDatabaseFile(ports::FileSystem &files, const StateFiles &state)
{
    if (state.hasDatabase)
        return {};
    const auto made = files.writeSynced(state.database, {});
    return made ? files.syncDirectory(QFileInfo(state.database).path()) : made;
}

Result<void> checkDeviceKey(Database &database, const ports::Vault &vault)
{
    const QByteArray mine = vault.keyedDigest(QStringLiteral("tongban: is this the key of this store?"));
    const auto stored = metaValue(database, keyCheckKey);
    if (!stored)
        return fail(stored.error());
    if (!stored->has_value())
        return setMetaValue(database, keyCheckKey, mine);
    if (**stored != mine)
        return fail(ErrorKind::SealBroken, QStringLiteral("store.open"),
                    QStringLiteral("this store was sealed with another device key"));
    return {};
}

Result<bool> beginRun(Database &database)
{
    const auto mark = metaValue(database, cleanStopKey);
    if (!mark)
        return fail(mark.error());
    if (const auto cleared = setMetaValue(database, cleanStopKey, QByteArrayLiteral("0")); !cleared)
        return fail(cleared.error());
    return !mark->has_value() || **mark == "1";
}

Result<void> markCleanStop(Database &database)
{
    return setMetaValue(database, cleanStopKey, QByteArrayLiteral("1"));
}

Result<QSet<QUuid>> namedOwners(Database &database)
{
    const auto rows =
        database.query(QStringLiteral("store.sweep"),
                       QStringLiteral("SELECT id FROM drafts UNION ALL SELECT id FROM cases WHERE erased_at IS NULL"));
    if (!rows)
        return fail(rows.error());
    QSet<QUuid> owners;
    for (const Row &row : *rows)
        owners.insert(QUuid::fromString(row.at(0).toString()));
    return owners;
}

Result<void> quickCheck(const QString &path)
{
    const auto where = QStringLiteral("store.quick-check");
    const auto database = Database::open(path);
    if (!database)
        return fail(database.error().within(where));
    const auto rows = (*database)->query(where, QStringLiteral("PRAGMA quick_check(1)"));
    if (!rows)
        return fail(rows.error());
    const QString verdict = rows->empty() ? QString() : rows->front().at(0).toString();
    if (verdict != QLatin1String("ok"))
        return fail(ErrorKind::StoreCorrupt, where, verdict);
    return {};
}

} // namespace tongban::offline::store
