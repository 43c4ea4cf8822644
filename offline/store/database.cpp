// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/database.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

#include <unordered_map>

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

} // namespace

// The statements of one connection by their text, prepared. An SQL text that is made of parts (a list of placeholders)
// comes in many forms: when there are too many, all are forgotten.
class Database::Statements
{
public:
    // Carries out and hands the query to `read`, then closes it. False: query.lastError() says why; that statement is
    // prepared anew next time.
    template <class Read>
    auto run(const QString &connection, const QString &sql, const QVariantList &values, const Read &read)
    {
        QSqlQuery query(QSqlDatabase::database(connection, false)); // in another thread: of no database, with a warning
        const auto known = query.driver()->isOpen() ? m_prepared.find(sql) : m_prepared.end();
        // With fewer values than before the old ones would stand in for those that are missing.
        const bool isKnown = known != m_prepared.end() && known->second.values == values.size();
        if (isKnown)
            query = std::move(known->second.query);
        const bool isReady = isKnown || prepared(query, sql);
        auto result = read(query, isReady && executed(query, values));
        const bool isSound = !query.lastError().isValid();
        query.finish();
        if (known != m_prepared.end())
            m_prepared.erase(known);
        if (isSound)
            keep(sql, {.query = std::move(query), .values = values.size()});
        return result;
    }

private:
    static constexpr std::size_t mostStatements = 200;

    static bool prepared(QSqlQuery &query, const QString &sql)
    {
        query.setForwardOnly(true);
        return query.prepare(sql);
    }
    static bool executed(QSqlQuery &query, const QVariantList &values)
    {
        for (qsizetype place = 0; place < values.size(); ++place)
            query.bindValue(static_cast<int>(place), values.at(place));
        return query.exec();
    }
    struct Statement
    {
        QSqlQuery query;
        qsizetype values = 0;
    };
    void keep(const QString &sql, Statement statement)
    {
        if (m_prepared.size() >= mostStatements)
            m_prepared.clear();
        m_prepared.emplace(sql, std::move(statement));
    }

    std::unordered_map<QString, Statement> m_prepared;
};

Database::Database(QString connection, QString path)
    : m_connection(std::move(connection)), m_path(std::move(path)), m_statements(std::make_unique<Statements>())
{}

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
    m_statements.reset(); // they belong to the connection
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
    return m_statements->run(m_connection, sql, values, [&](QSqlQuery &query, bool isDone) -> Result<Rows> {
        return isDone ? fetched(where, query) : failure(where, query.lastError());
    });
}

Result<int> Database::run(const QString &where, const QString &sql, const QVariantList &values)
{
    return m_statements->run(m_connection, sql, values, [&](QSqlQuery &query, bool isDone) -> Result<int> {
        return isDone ? Result<int>(query.numRowsAffected()) : failure(where, query.lastError());
    });
}

Result<void> Database::transact(const QString &where, const std::function<Result<void>()> &work)
{
    // A part of another one is a savepoint in it: what it had done is undone when it fails, and no more than that.
    const bool isPart = m_isInTransaction;
    if (const auto begun = run(where, isPart ? QStringLiteral("SAVEPOINT part") : QStringLiteral("BEGIN IMMEDIATE"));
        !begun)
        return fail(begun.error());
    m_isInTransaction = true;
    Result<void> done = work();
    m_isInTransaction = isPart;
    if (done) {
        if (const auto committed = run(where, isPart ? QStringLiteral("RELEASE part") : QStringLiteral("COMMIT"));
            !committed)
            done = fail(committed.error());
    }
    if (!done) {
        // SQLite has already rolled back by itself after some disk errors; then this fails and there is nothing to
        // undo.
        static_cast<void>(run(where, isPart ? QStringLiteral("ROLLBACK TO part") : QStringLiteral("ROLLBACK")));
        if (isPart)
            static_cast<void>(run(where, QStringLiteral("RELEASE part")));
    }
    return done;
}

} // namespace tongban::offline::store
