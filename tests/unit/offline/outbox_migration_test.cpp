// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox of an installed terminal comes forward: no entry lost, none sent in another order of need.
#include "offline/outbox/sql_outbox.h"
#include "offline/outbox/sql_outbox_desk.h"
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "offline/vault/sealed_vault.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline;
using ports::OutboxKind;
using ports::OutboxState;
using store::textOf;

class OutboxMigrationTest : public QObject
{
    Q_OBJECT

    static constexpr int before = 5;
    QTemporaryDir m_directory;
    vault::PosixFileSystem m_disk;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<vault::SealedVault> m_vault;
    ManualClock m_clock{QDateTime(QDate(2026, 3, 2), QTime(1, 0), Qt::UTC)};
    const QUuid m_case = QUuid::createUuid();
    QHash<QString, QUuid> m_ids;

    [[nodiscard]] bool ran(const char *sql, const QVariantList &values = {})
    {
        return m_database->run(QStringLiteral("test"), QLatin1String(sql), values).has_value();
    }
    // As that program wrote them: sealed, with the needs of a case.
    void put(const QString &name, const char *kind, const char *state, int attempts, qint64 notBefore,
             const char *lastError, const QStringList &needs)
    {
        const QUuid id = QUuid::createUuid();
        m_ids.insert(name, id);
        const auto payload = m_vault->sealOwned(m_case, QByteArrayLiteral("{\"is\":\"") + name.toLatin1() + "\"}",
                                                "outbox/payload/" + textOf(id).toLatin1());
        QVERIFY(ran("INSERT INTO outbox (id, kind, case_id, payload, state, attempts, not_before, last_error,"
                    " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 7)",
                    {textOf(id), QLatin1String(kind), textOf(m_case), *payload, QLatin1String(state), attempts,
                     notBefore, QString(QLatin1String(lastError))}));
        for (const QString &need : needs)
            QVERIFY(ran("INSERT INTO outbox_needs VALUES (?, ?)", {textOf(id), textOf(m_ids.value(need))}));
    }
    void fillAsBefore()
    {
        const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
        QVERIFY(ran("INSERT INTO cases (id, holder, local_number, submitted_at, status, content)"
                    " VALUES (?, x'', 'N-1', 1000, 'queued', x'')",
                    {textOf(m_case)}));
        QVERIFY(ran("INSERT INTO evaluations VALUES (?, 5, 2000)", {textOf(m_case)}));
        put("create", "createCase", "done", 2, 500, "", {});
        put("fresh", "uploadPage", "pending", 0, now + 3'600'000, "", {"create"}); // by a clock that ran ahead
        put("waits", "uploadPage", "pending", 1, now + 60'000, "PlatformUnreachable http: timed out", {"create"});
        put("refused", "uploadPage", "parked", 1, 500, "PlatformRefused http: 422", {"create"});
        put("twice", "uploadPage", "parked", 1, 500, "PlatformConflict http: 409", {"create"});
        put("flies", "uploadPage", "inFlight", 3, 500, "", {"create"});
        put("submit", "submitCase", "pending", 0, 500, "", {"create", "fresh", "waits", "refused", "twice", "flies"});
        put("rated", "sendEvaluation", "pending", 0, 500, "", {"create"});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::move(*store::Database::open(m_directory.filePath(QStringLiteral("store.db"))));
        QVERIFY(m_disk.makeDirectory(m_directory.filePath(QStringLiteral("keystore"))));
        m_vault = std::make_unique<vault::SealedVault>(m_disk, m_directory.filePath(QStringLiteral("vault")),
                                                       m_directory.filePath(QStringLiteral("keystore")),
                                                       crypto::randomKey());
        QVERIFY(store::migrate(*m_database, before));
        fillAsBefore();
        QVERIFY(store::migrate(*m_database));
    }
    void cleanupTestCase() { m_database.reset(); }

    void everyRowIsThere()
    {
        const auto count = [this](const char *table) {
            return m_database->query(QStringLiteral("test"), QStringLiteral("SELECT count(*) FROM ") + table)
                ->front()
                .at(0)
                .toInt();
        };
        QCOMPARE(count("outbox"), 8);
        QCOMPARE(count("outbox_needs"), 12);
        QVERIFY(m_database->query(QStringLiteral("test"), QStringLiteral("PRAGMA foreign_key_check"))->empty());
    }

    void statesTimesAndErrorsAreRead()
    {
        outbox::SqlOutboxDesk desk(*m_database, *m_vault, m_clock, {});
        QHash<QUuid, ports::OutboxLine> lines;
        const auto open = desk.lines(std::nullopt, 100);
        QVERIFY(open);
        for (const auto &line : *open)
            lines.insert(line.entry, line);
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[m_ids["refused"]].state, OutboxState::Parked);
        QCOMPARE(*lines[m_ids["refused"]].error, ErrorKind::PlatformRefused);
        QCOMPARE(lines[m_ids["twice"]].state, OutboxState::Conflict);
        QCOMPARE(lines[m_ids["flies"]].state, OutboxState::InFlight);
        QCOMPARE(lines[m_ids["waits"]].notBefore, m_clock.nowUtc().addSecs(60));
        QVERIFY(!lines[m_ids["fresh"]].notBefore.isValid() && !lines[m_ids["fresh"]].error);
        QCOMPARE(lines[m_ids["fresh"]].enqueuedAt, store::utcFromMs(1000));
        QCOMPARE(lines[m_ids["rated"]].enqueuedAt, store::utcFromMs(2000));
        QCOMPARE(lines[m_ids["rated"]].localNumber, QStringLiteral("N-1"));
    }

    // The last: it empties the box.
    void theRestIsSentInOrder()
    {
        outbox::SqlOutbox box(*m_database, *m_vault, m_clock);
        outbox::SqlOutboxDesk desk(*m_database, *m_vault, m_clock, {});
        QCOMPARE(*box.recoverInFlight(), 1);
        QVERIFY(desk.release(m_ids["refused"]));
        QVERIFY(desk.acknowledge(m_ids["twice"], {}));
        m_clock.advance(std::chrono::minutes(2));
        QStringList sent;
        for (;;) {
            const auto entry = box.claim(m_clock.nowUtc());
            QVERIFY(entry);
            if (!*entry)
                break;
            sent << (*entry)->payload["is"].toString();
            QVERIFY(box.complete((*entry)->id, {}));
        }
        QCOMPARE(sent, (QStringList{"fresh", "waits", "refused", "flies", "submit", "rated"}));
    }
};

QTEST_GUILESS_MAIN(OutboxMigrationTest)
#include "outbox_migration_test.moc"
