// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions within transactions: durable together, and a part that fails is undone alone.
#include "offline/store/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;

class StoreTransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void partsAreDurableTogether();
    void aPartThatFailsIsUndoneAlone();
    void aWholeThatFailsUndoesItsParts();
    void partsOfParts();

private:
    [[nodiscard]] Result<void> put(int number)
    {
        const auto done =
            m_database->run(QStringLiteral("test"), QStringLiteral("INSERT INTO numbers VALUES (?)"), {number});
        return done ? Result<void>() : fail(done.error());
    }
    // put(number), and then an error when it is to fail.
    [[nodiscard]] Result<void> part(int number, bool fails)
    {
        return m_database->transact(QStringLiteral("part"), [=, this]() -> Result<void> {
            if (const auto done = put(number); !done)
                return done;
            return fails ? Result<void>(fail(ErrorKind::NotFound, QStringLiteral("part"))) : Result<void>();
        });
    }
    // As somebody else sees it, who knows only what is committed.
    [[nodiscard]] QString committed() const
    {
        const auto other = Database::open(m_directory.filePath(QStringLiteral("t.db")));
        QStringList seen;
        const auto rows = (*other)->query(QStringLiteral("test"), QStringLiteral("SELECT n FROM numbers"));
        for (const Row &row : rows.value())
            seen.append(row.at(0).toString());
        return seen.join(QLatin1Char(' '));
    }

    QTemporaryDir m_directory;
    std::unique_ptr<Database> m_database;
};

void StoreTransactionTest::init()
{
    m_database = Database::open(m_directory.filePath(QStringLiteral("t.db"))).value();
    for (const char *sql : {"DROP TABLE IF EXISTS numbers", "CREATE TABLE numbers (n INTEGER)"})
        QVERIFY(m_database->run(QStringLiteral("test"), QLatin1String(sql)));
}

void StoreTransactionTest::partsAreDurableTogether()
{
    QVERIFY(m_database->transact(QStringLiteral("whole"), [this]() -> Result<void> {
        if (!part(1, false) || !committed().isEmpty() || !m_database->isInTransaction())
            return fail(ErrorKind::Cancelled, QStringLiteral("test"));
        return part(2, false);
    }));
    QCOMPARE(committed(), QStringLiteral("1 2"));
    QVERIFY(!m_database->isInTransaction());
}

void StoreTransactionTest::aPartThatFailsIsUndoneAlone()
{
    QVERIFY(m_database->transact(QStringLiteral("whole"), [this]() -> Result<void> {
        if (const auto first = part(1, false); !first)
            return first;
        if (part(2, true))
            return fail(ErrorKind::Cancelled, QStringLiteral("test"));
        return part(3, false);
    }));
    QCOMPARE(committed(), QStringLiteral("1 3"));
}

void StoreTransactionTest::aWholeThatFailsUndoesItsParts()
{
    QVERIFY(!m_database->transact(QStringLiteral("whole"), [this]() -> Result<void> {
        const auto first = part(1, false);
        return first ? Result<void>(fail(ErrorKind::NotFound, QStringLiteral("whole"))) : first;
    }));
    QCOMPARE(committed(), QString());
    QVERIFY(part(4, false)); // and the connection is as before
    QCOMPARE(committed(), QStringLiteral("4"));
}

void StoreTransactionTest::partsOfParts()
{
    QVERIFY(m_database->transact(QStringLiteral("whole"), [this]() -> Result<void> {
        const auto failed = m_database->transact(QStringLiteral("outer part"), [this]() -> Result<void> {
            const auto inner = part(1, false);
            return inner ? Result<void>(fail(ErrorKind::NotFound, QStringLiteral("outer part"))) : inner;
        });
        return failed ? Result<void>(fail(ErrorKind::Cancelled, QStringLiteral("test"))) : part(2, false);
    }));
    QCOMPARE(committed(), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(StoreTransactionTest)
#include "store_transaction_test.moc"
