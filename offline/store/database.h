// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite behind two things that Qt does not promise: a connection that cannot leave its thread, and a transaction that
// cannot be forgotten half-way.
#pragma once

#include "app/core/base/result.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <vector>

class QSqlError;

namespace tongban::offline::store {

using Row = QVariantList; // one value per selected column, in order
using Rows = std::vector<Row>;

// Errors of all: StoreFull (disk full), StoreCorrupt (damaged or not a database), StoreUnwritable (anything else of the
// disk, locks), each with the operation's name and SQLite's words; these name tables and columns, never values.
class Database
{
public:
    // path: absolute. Write-ahead log, synchronous=FULL: what a committed transaction says survives a power cut.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database(); // in the thread that opened it
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // All rows at once: no statement stays open to hold a lock. What is asked again is not parsed again. Plain `?` in the order of `values`:
    // Qt rewrites them, and would take a numbered one for two.
    [[nodiscard]] Result<Rows> query(const QString &where, const QString &sql, const QVariantList &values = {});
    // A statement for its effect; answers the rows that it changed.
    [[nodiscard]] Result<int> run(const QString &where, const QString &sql, const QVariantList &values = {});

    // Runs work inside BEGIN IMMEDIATE … COMMIT. Any error, of the work or of the commit, rolls everything back.
    // Within another one it is a part of that: durable with it, and undone alone when it fails alone.
    [[nodiscard]] Result<void> transact(const QString &where, const std::function<Result<void>()> &work);

    [[nodiscard]] bool isInTransaction() const { return m_isInTransaction; } // of transact

    [[nodiscard]] QString path() const { return m_path; }

private:
    Database(QString connection, QString path);
    [[nodiscard]] Result<void> configure();

    class Statements;

    QString m_connection;
    QString m_path;
    std::unique_ptr<Statements> m_statements; // prepared once each
    bool m_isInTransaction = false;
};

} // namespace tongban::offline::store
