// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/database.h"

#include "tests/platform/base/log.h"
#include "tests/platform/store/tables.h"

#include <sqlite3.h>

namespace tongban::tests::platform::store {

namespace {

void demand(bool held, sqlite3 *database, const char *what)
{
    if (!held)
        stopBroken(std::string(what) + ": " + (database ? sqlite3_errmsg(database) : "no database"));
}

} // namespace

Statement::Statement(sqlite3 *database, const char *sql) : m_database(database)
{
    demand(sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) == SQLITE_OK, database, sql);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::bind(std::string_view text)
{
    const int code =
        sqlite3_bind_text64(m_statement, ++m_bound, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    demand(code == SQLITE_OK, m_database, "bind text");
    return *this;
}

Statement &Statement::bind(std::int64_t number)
{
    demand(sqlite3_bind_int64(m_statement, ++m_bound, number) == SQLITE_OK, m_database, "bind number");
    return *this;
}

Statement &Statement::bindOptional(const std::optional<std::string> &text)
{
    if (text)
        return bind(std::string_view(*text));
    demand(sqlite3_bind_null(m_statement, ++m_bound) == SQLITE_OK, m_database, "bind null");
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    demand(code == SQLITE_ROW || code == SQLITE_DONE, m_database, "step");
    return code == SQLITE_ROW;
}

void Statement::run()
{
    while (step()) {
    }
}

std::string Statement::text(int column) const
{
    return optionalText(column).value_or("");
}

std::optional<std::string> Statement::optionalText(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    if (!text)
        return std::nullopt;
    return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

Database::Database(const std::string &path)
{
    demand(sqlite3_open(path.c_str(), &m_database) == SQLITE_OK, m_database, path.c_str());
    exec("PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    {
        Transaction transaction(*this); // foreign keys are off: a step may rebuild a table that others refer to
        migrate(*this);
        transaction.commit();
    }
    exec("PRAGMA foreign_keys=ON");
}

Database::~Database()
{
    sqlite3_close(m_database);
}

void Database::exec(const char *sql)
{
    demand(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, m_database, sql);
}

int Database::changes() const
{
    return sqlite3_changes(m_database);
}

Transaction::Transaction(Database &database) : m_lock(database.m_mutex), m_database(database)
{
    m_database.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open)
        m_database.exec("ROLLBACK");
}

void Transaction::commit()
{
    m_database.exec("COMMIT");
    m_open = false;
}

} // namespace tongban::tests::platform::store
