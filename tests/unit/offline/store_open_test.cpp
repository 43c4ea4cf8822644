// SPDX-License-Identifier: GPL-3.0-or-later
// Opening: schema, keys, housekeeping after a crash, and what is refused.
#include "app/core/base/lane.h"
#include "app/core/base/log.h"
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

class StoreOpenTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;

    // As kill -9 leaves it: a copy of the files while the store is open.
    void copyFilesTo(StoreWorld &other) const
    {
        const QDir from(m_world->stateDirectory());
        const auto copyAll = [&](const QString &directory) {
            QVERIFY(QDir().mkpath(other.stateDirectory() + directory));
            for (const QString &name : QDir(from.path() + directory).entryList(QDir::Files))
                QVERIFY(QFile::copy(from.path() + directory + QLatin1Char('/') + name,
                                    other.stateDirectory() + directory + QLatin1Char('/') + name));
        };
        copyAll({});
        copyAll(QStringLiteral("/keys"));
        copyAll(QStringLiteral("/keystore"));
        for (const QString &owner :
             QDir(from.filePath(QStringLiteral("vault"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            copyAll(QStringLiteral("/vault/") + owner);
    }
    static Result<void> checkedIntegrity(OfflineStore &store)
    {
        auto future = store.integrityCheck();
        future.waitForFinished();
        return future.result();
    }

private Q_SLOTS:
    void init() { m_world = std::make_unique<StoreWorld>(); }
    void cleanup()
    {
        setLogSink([](const QByteArray &) {});
    }

    void everySchemaComesForwardWithItsContent_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 0; version <= latestSchema(); ++version)
            QTest::addRow("from %d", version) << version;
    }
    void everySchemaComesForwardWithItsContent()
    {
        QFETCH(int, version);
        const QTemporaryDir directory;
        const auto database = Database::open(directory.filePath(QStringLiteral("store.db")));
        QVERIFY(database);
        QVERIFY(migrate(**database, version));
        QCOMPARE(*schemaOf(**database), version);
        const auto where = QStringLiteral("test");
        if (version >= 1)
            QVERIFY((*database)->run(where, QStringLiteral("INSERT INTO sync_state VALUES ('cursor', 'c')")));
        if (version >= 2)
            QVERIFY((*database)->run(where, QStringLiteral("INSERT INTO drafts VALUES ('d', x'01', x'02', 3)")));
        if (version >= 4) {
            QVERIFY((*database)->run(where,
                                     QStringLiteral("INSERT INTO cases (id, holder, local_number, submitted_at,"
                                                    " status, content) VALUES ('c', x'01', 'N', 1, 'queued', x'')")));
            QVERIFY((*database)->run(where, QStringLiteral("INSERT INTO print_jobs (id, case_id, state, is_reprint,"
                                                           " changed_at) VALUES ('p', 'c', 'printing', 1, 7)")));
        }
        QVERIFY(migrate(**database));
        QVERIFY(migrate(**database)); // nothing left to do
        QCOMPARE(*schemaOf(**database), latestSchema());
        QCOMPARE((*database)->query(where, QStringLiteral("SELECT * FROM sync_state"))->size(),
                 std::size_t(version >= 1));
        QCOMPARE((*database)->query(where, QStringLiteral("SELECT * FROM drafts"))->size(), std::size_t(version >= 2));
        const auto prints = (*database)->query(
            where, QStringLiteral("SELECT seq, id, case_id, sheet, state, is_reprint, changed_at FROM print_jobs"));
        QVERIFY(prints);
        QCOMPARE(prints->size(), std::size_t(version >= 4));
        QVERIFY(prints->empty() ||
                (prints->front().at(1) == QStringLiteral("p") && prints->front().at(2) == QStringLiteral("c") &&
                 prints->front().at(3) == QString() && prints->front().at(6) == 7));
        // The same schema by whatever way.
        const auto tables = (*database)->query(
            where, QStringLiteral("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'table'"
                                  " AND name NOT LIKE 'sqlite_%' ORDER BY name)"));
        QCOMPARE(
            tables->front().at(0).toString(),
            QStringLiteral("audit,case_history,cases,catalogue,catalogue_items,catalogues,commands,counters,device_log,draft_pages,drafts,"
                           "evaluations,feedback,meta,notices,"
                           "outbox,outbox_needs,pages,print_jobs,supplements,sync_state,tickets"));
    }

    void everyTableIsStrict()
    {
        const auto store = m_world->open();
        const auto database = Database::open(m_world->databasePath());
        const auto loose = (*database)->query(QStringLiteral("test"),
                                              QStringLiteral("SELECT name FROM pragma_table_list WHERE type = 'table'"
                                                             " AND name NOT LIKE 'sqlite_%' AND NOT strict"));
        QVERIFY(loose);
        QCOMPARE(loose->size(), std::size_t(0));
    }

    void aLaterProgramsSchemaIsNotTouched()
    {
        QVERIFY(m_world->open());
        {
            const auto database = Database::open(m_world->databasePath());
            QVERIFY((*database)->run(QStringLiteral("test"), QStringLiteral("PRAGMA user_version = 99")));
        }
        QVERIFY(failedWith(m_world->open(), ErrorKind::Misconfigured));
    }

    void commitsSurviveAPowerCut()
    {
        const auto database = Database::open(m_world->databasePath().replace(QStringLiteral("/state"), QString()));
        QVERIFY(database);
        const auto pragma = [&](const char *name) {
            return (*database)
                ->query(QStringLiteral("test"), QStringLiteral("PRAGMA ") + name)
                ->front()
                .at(0)
                .toString();
        };
        QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma("synchronous"), QStringLiteral("2")); // FULL
        QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
        QCOMPARE(pragma("busy_timeout"), QStringLiteral("5000"));
    }

    void nobodyElseMayReadTheDatabase()
    {
        const auto store = m_world->open();
        QVERIFY(store);
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        for (const char *name : {"/store.db", "/store.db-wal", "/store.db-shm", "/keys/device.key"})
            QVERIFY2(!(QFileInfo(m_world->stateDirectory() + name).permissions() & others), name);
    }

    void itWorksInItsLaneAndNowhereElse()
    {
        Lane lane(QStringLiteral("store"));
        StorePointer store;
        auto opened = lane.run([&](std::stop_token) -> Result<void> {
            auto result = m_world->open();
            if (!result)
                return fail(result.error());
            store = std::move(*result);
            return store->syncState().setValue(QStringLiteral("k"), QStringLiteral("v"));
        });
        opened.waitForFinished();
        QVERIFY(opened.result());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not belong to the calling thread")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("database not open")));
        QVERIFY(!store->syncState().value(QStringLiteral("k")));
        auto closed = lane.run([&](std::stop_token) -> Result<void> {
            store.reset();
            return {};
        });
        closed.waitForFinished();
        QVERIFY(closed.result());
    }

    void aCleanStopNeedsNoCheck()
    {
        for (int run = 0; run < 2; ++run) {
            const auto store = m_world->open();
            QVERIFY((*store)->integrityCheck().isFinished());
            QVERIFY((*store)->integrityCheck().result());
        }
        const auto database = Database::open(m_world->databasePath());
        const auto mark = (*database)->query(QStringLiteral("test"),
                                             QStringLiteral("SELECT value FROM meta WHERE key = 'clean_stop'"));
        QCOMPARE(mark->front().at(0).toByteArray(), QByteArray("1"));
    }

    void afterAnUncleanStopDamageIsFoundAndReported()
    {
        StoreWorld sound;
        StoreWorld damaged;
        qint64 page = 0;
        {
            const auto store = m_world->open();
            QVERIFY((*store)->cases().submit(*filledDraft(**store, zhang(), m_world->clock)));
            // Into the database file, so that damage there is not hidden by the log.
            const auto database = Database::open(m_world->databasePath());
            const auto where = QStringLiteral("test");
            QVERIFY((*database)->query(where, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
            const auto sql = QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'pages'");
            page = (*database)->query(where, sql)->front().at(0).toLongLong();
            copyFilesTo(sound);
            copyFilesTo(damaged);
        }
        const auto unharmed = sound.open();
        QVERIFY(unharmed);
        QVERIFY(checkedIntegrity(**unharmed));

        QFile file(damaged.databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, '\x77')), 4096);
        file.close();
        QByteArray lines;
        setLogSink([&lines](const QByteArray &line) { lines += line; });
        {
            const auto store = damaged.open();
            QVERIFY(store);
            QVERIFY(failedWith(checkedIntegrity(**store), ErrorKind::StoreCorrupt));
            QVERIFY(lines.contains("StoreTrouble") && lines.contains("quick-check"));
            QVERIFY(!(*store)->recovery());
        }
        // Closing a damaged store does not sign it off: the next start recovers what reads, and says so.
        const auto store = damaged.open();
        QVERIFY(store);
        QVERIFY((*store)->recovery());
        QVERIFY(lines.contains("StoreSalvaged"));
        QVERIFY(checkedIntegrity(**store));
        QCOMPARE(censusOf(damaged.databasePath())->cases, 1);
        setLogSink([](const QByteArray &) {});
    }

    void whatIsNoDatabaseIsSetAsideWhole()
    {
        QVERIFY(m_world->open());
        QVERIFY(m_world->disk.writeSynced(m_world->databasePath(), QByteArray(8192, 'x')));
        const auto store = m_world->open();
        QVERIFY(store && (*store)->recovery());
        QCOMPARE(*m_world->disk.read((*store)->recovery()->quarantine + QStringLiteral("/store.db")),
                 QByteArray(8192, 'x'));
        QVERIFY((*store)->recovery()->cases.isEmpty());
    }

    void aLostDeviceKeyIsSaidAndNotReplaced()
    {
        QVERIFY(m_world->open());
        const QString path = m_world->stateDirectory() + QStringLiteral("/keys/device.key");
        QVERIFY(m_world->disk.remove(path));
        QVERIFY(failedWith(m_world->open(), ErrorKind::SealBroken));
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(m_world->disk.writeSynced(path, QByteArray(32, 'k')));
        QVERIFY(failedWith(m_world->open(), ErrorKind::SealBroken)); // another key is no help
    }

    void sealedPagesThatNobodyOwnsAreSwept()
    {
        QUuid kept;
        QUuid orphan;
        {
            const auto store = m_world->open();
            const auto draft = filledDraft(**store, zhang(), m_world->clock);
            QVERIFY((*store)->cases().saveDraft(*draft));
            kept = draft->id;
            orphan = filledDraft(**store, li(), m_world->clock)->id; // scanned, never saved
        }
        const auto store = m_world->open();
        const QDir vault(m_world->stateDirectory() + QStringLiteral("/vault"));
        QCOMPARE(vault.entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{textOf(kept)});
        QVERIFY((*store)->cases().findUnfinished(zhang().card)->draft);
    }

    void wrongOptionsAreNamed_data()
    {
        QTest::addColumn<OfflineOptions>("options");
        QTest::addColumn<QString>("key");
        const auto good = m_world ? m_world->options() : StoreWorld().options();
        auto bad = good;
        bad.siteCode = QStringLiteral("3301");
        QTest::newRow("site") << bad << "siteCode";
        bad = good;
        bad.deviceId = QStringLiteral("K 01");
        QTest::newRow("device") << bad << "deviceId";
        bad = good;
        bad.stateDirectory = QStringLiteral("state");
        QTest::newRow("directory") << bad << "stateDirectory";
    }
    void wrongOptionsAreNamed()
    {
        QFETCH(OfflineOptions, options);
        QFETCH(QString, key);
        const auto opened = OfflineStore::open(options, m_world->clock, m_world->disk);
        QVERIFY(failedWith(opened, ErrorKind::Misconfigured));
        QVERIFY(opened.error().detail.startsWith(key));
    }
};

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "store_open_test.moc"
