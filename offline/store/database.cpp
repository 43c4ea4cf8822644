// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace tongban::offline::store {

namespace {

// Primary result codes of sqlite3.h; the driver reports extended ones, whose low byte is the primary.
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

ErrorKind kindOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case sqliteFull:
        return ErrorKind::StoreFull;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return ErrorKind::StoreCorrupt;
    default: // the disk, a lock, a constraint: an open set of codes
        return ErrorKind::StoreUnwritable;
    }
}

tl::unexpected<Error> failure(const QString &where, const QSqlError &error)
{
    return fail(kindOf(error), where, QStringLiteral("sqlite %1: %2").arg(error.nativeErrorCode(), error.text()));
}

// Reads everything; a failing disk speaks up at next() as well as at exec().
Result<Rows> fetched(const QString &where, QSqlQuery &query)
{
    Rows rows;
    const auto columns = query.record().count();
    while (query.next()) {
        Row row;
        for (int column = 0; column < columns; ++column)
            row.append(query.value(column));
        rows.push_back(std::move(row));
    }
    if (query.lastError().isValid())
        return failure(where, query.lastError());
    return rows;
}

bool executed(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

} // namespace

Database::Database(QString connection, QString path) : m_connection(std::move(connection)), m_path(std::move(path)) {}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    const auto where = QStringLiteral("store.open");
    const QString connection = QStringLiteral("tongban-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    // From here on the destructor takes the connection away again, whatever happens.
    std::unique_ptr<Database> database(new Database(connection, path));
    if (!handle.isValid())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("the SQLite driver of Qt is not installed"));
    handle.setDatabaseName(path);
    handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!handle.open())
        return failure(where, handle.lastError());
    handle = QSqlDatabase();
    if (const auto configured = database->configure(); !configured)
        return fail(configured.error());
    return database;
}

Database::~Database()
{
    {
        auto handle = QSqlDatabase::database(m_connection, false);
        handle.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::configure()
{
    const auto where = QStringLiteral("store.configure");
    const auto mode = query(where, QStringLiteral("PRAGMA journal_mode=WAL"));
    if (!mode)
        return fail(mode.error());
    if (mode->empty() || mode->front().value(0).toString() != QLatin1String("wal"))
        return fail(ErrorKind::StoreUnwritable, where,
                    QStringLiteral("this file system does not take a write-ahead log"));
    // secure_delete: a discarded draft is overwritten, not only unlinked. temp_store: nothing spills beside the
    // database.
    for (const auto *pragma : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON",
                               "PRAGMA temp_store=MEMORY", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON"}) {
        if (const auto set = query(where, QLatin1String(pragma)); !set)
            return fail(set.error());
    }
    return {};
}

Result<Rows> Database::query(const QString &where, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!executed(query, sql, values))
        return failure(where, query.lastError());
    return fetched(where, query);
}

Result<int> Database::run(const QString &where, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!executed(query, sql, values))
        return failure(where, query.lastError());
    return query.numRowsAffected();
}

Result<void> Database::transact(const QString &where, const std::function<Result<void>()> &work)
{
    if (const auto begun = run(where, QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    m_isInTransaction = true;
    Result<void> done = work();
    m_isInTransaction = false;
    if (done) {
        if (const auto committed = run(where, QStringLiteral("COMMIT")); !committed)
            done = fail(committed.error());
    }
    if (!done) {
        // SQLite has already rolled back by itself after some disk errors; then this fails and there is nothing to
        // undo.
        static_cast<void>(run(where, QStringLiteral("ROLLBACK")));
    }
    return done;
}

} // namespace tongban::offline::store
