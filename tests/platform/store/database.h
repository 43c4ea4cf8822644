// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite, one connection for the whole process; several processes may share the file (two addresses of one city).
// Errors of the database are broken invariants: they stop the process.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tongban::tests::platform::store {

class Statement // of one database, used under its lock
{
public:
    Statement(sqlite3 *database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(std::string_view text); // the next parameter, from 1; UTF-8
    Statement &bind(std::int64_t number);
    Statement &bindOptional(const std::optional<std::string> &text);
    [[nodiscard]] bool step(); // a row is there
    void run();                // no row is wanted

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;

private:
    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
};

class Database
{
public:
    explicit Database(const std::string &path); // opened, migrated; synchronous=FULL: an answer is a promise
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Statement prepare(const char *sql) { return Statement(m_database, sql); }
    void exec(const char *sql);
    [[nodiscard]] int changes() const; // rows touched by the last write

private:
    friend class Transaction;
    sqlite3 *m_database = nullptr;
    std::mutex m_mutex;
};

// Everything with the database happens inside one; without commit() it never was. Holds the database's lock.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit(); // durable when it returns

private:
    std::unique_lock<std::mutex> m_lock;
    Database &m_database;
    bool m_open = true;
};

} // namespace tongban::tests::platform::store
