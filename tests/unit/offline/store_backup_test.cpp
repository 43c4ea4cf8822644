// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal burns, and comes back on an empty machine out of its backup and the city's key; what was erased does not.
#include "app/core/base/log.h"
#include "offline/store/restore.h"
#include "offline/store/text.h"
#include "tests/fault/store_fault_files.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace tongban;
using namespace tongban::offline;
using namespace tongban::offline::store;
using namespace tongban::testing;
using namespace std::chrono_literals;

class StoreBackupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    void reopen(const OfflineOptions &options)
    {
        m_store.reset();
        auto opened = OfflineStore::open(options, m_world->clock, m_world->disk);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        m_store = std::move(*opened);
    }
    Result<BackupReport> backedUp()
    {
        auto future = m_store->backUp();
        future.waitForFinished();
        return future.result();
    }
    domain::SubmittedCase applied(const Villager &villager = zhang())
    {
        const auto draft = filledDraft(*m_store, villager, m_world->clock);
        auto done = m_store->cases().submit(*draft);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return *done;
    }
    void deliverAll()
    {
        for (auto entry = m_store->outbox().claim(m_world->clock.nowUtc()); *entry;
             entry = m_store->outbox().claim(m_world->clock.nowUtc()))
            QVERIFY(m_store->outbox().complete((*entry)->id, {}));
    }
    // A hall's life: cases in every state, a draft, paper, an evaluation, devices, a cursor.
    void live()
    {
        const auto sent = applied();
        deliverAll();
        QVERIFY(m_store->cases().saveEvaluation({.caseId = sent.content.id, .level = 5}));
        const auto job = m_store->printJournal().reserve(sent.content.id);
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Printing));
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Done));
        applied(li());
        QVERIFY(m_store->cases().saveDraft(*filledDraft(*m_store, li(), m_world->clock)));
        QVERIFY(m_store->deviceLog().add({{.device = QStringLiteral("printer"), .succeeded = 3}}));
        QVERIFY(m_store->syncState().setValue(QStringLiteral("cursor"), QStringLiteral("c-17")));
    }
    RestoreOptions restoreTo(const QString &state)
    {
        return {.backupDirectory = m_world->backupDirectory(),
                .deviceId = QStringLiteral("K01"),
                .stateDirectory = state,
                .cityPrivateKeyPem = m_world->city().toPem()};
    }
    Result<RestoreReport> restored(const RestoreOptions &options)
    {
        return restoreStore(options, m_world->clock, m_world->disk);
    }
    static QMap<QString, Rows> contentOf(const QString &path)
    {
        const auto where = QStringLiteral("test");
        const auto database = Database::open(path);
        QMap<QString, Rows> tables;
        const auto names = (*database)->query(where, QStringLiteral("SELECT name FROM sqlite_schema WHERE type ="
                                                                    " 'table' AND name NOT LIKE 'sqlite_%'"));
        for (const Row &row : *names) {
            const QString name = row.at(0).toString();
            tables[name] = *(*database)->query(where, QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(name));
        }
        return tables;
    }
    static QMap<QString, QByteArray> filesBelow(const QString &directory)
    {
        QMap<QString, QByteArray> files;
        QDirIterator names(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (names.hasNext()) {
            QFile file(names.next());
            if (file.open(QIODevice::ReadOnly))
                files[QDir(directory).relativeFilePath(file.fileName())] = file.readAll();
        }
        return files;
    }
    QStringList generations() const
    {
        QStringList names = QDir(m_world->backupDirectory() + QStringLiteral("/K01"))
                                .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        names.removeAll(QStringLiteral("vault"));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_world = std::make_unique<StoreWorld>();
        reopen(m_world->optionsWithBackup());
    }
    void cleanup() { m_store.reset(); }

    void anEmptyMachineBecomesTheTerminal()
    {
        live();
        const auto before = contentOf(m_world->databasePath());
        const auto report = backedUp();
        QVERIFY2(report, report ? "" : qPrintable(report.error().where + report.error().detail));
        QCOMPARE(report->files, 9);
        m_store.reset();
        StoreWorld empty;
        const auto done = restored(restoreTo(empty.stateDirectory()));
        QVERIFY2(done, done ? "" : qPrintable(done.error().where + done.error().detail));
        QCOMPARE(done->cases, 2);
        QCOMPARE(done->files, 9);
        QCOMPARE(done->erased, 0);

        auto after = contentOf(empty.databasePath());
        for (auto table = before.cbegin(); table != before.cend(); ++table) {
            if (table.key() == QStringLiteral("counters") || table.key() == QStringLiteral("audit"))
                continue; // these go on: below
            QVERIFY2(after.value(table.key()) == table.value(), qPrintable(table.key()));
        }
        const auto oldAudit = before.value(QStringLiteral("audit"));
        auto newAudit = after.value(QStringLiteral("audit"));
        QCOMPARE(newAudit.size(), oldAudit.size() + 1);
        QCOMPARE(newAudit.back().at(4).toString(), QStringLiteral("store.restore"));
        newAudit.pop_back();
        QVERIFY(newAudit == oldAudit);
        QCOMPARE(filesBelow(empty.stateDirectory() + QStringLiteral("/vault")),
                 filesBelow(m_world->stateDirectory() + QStringLiteral("/vault")));

        // And it works: every case and page opens, the outbox goes on, no number comes a second time.
        const auto store = empty.open();
        QVERIFY2(store, store ? "" : qPrintable(store.error().where + store.error().detail));
        for (const Row &row : before.value(QStringLiteral("cases"))) {
            const auto found = (*store)->cases().findCase(QUuid::fromString(row.at(0).toString()));
            QVERIFY(found);
            QCOMPARE(*(*store)->vault().get(found->content.id, found->content.pages.first().back().blob), pageImage(2));
        }
        QVERIFY((*store)->cases().findUnfinished(li().card)->draft);
        QVERIFY((*store)->outbox().claim(empty.clock.nowUtc())->has_value());
        QVERIFY(!(*store)->audit().verify()->firstBroken);
        const auto next = (*store)->cases().submit(*filledDraft(**store, zhang(), empty.clock));
        QVERIFY(next->localNumber.section(QLatin1Char('-'), -1).toInt() > 5000);
    }

    void whatWasErasedOpensInNoGeneration()
    {
        const auto gone = applied();
        const auto stays = applied(li());
        deliverAll();
        QVERIFY(backedUp());
        QVERIFY(backedUp());
        QVERIFY(m_store->eraseCase(gone.content.id));
        QVERIFY(backedUp());
        QCOMPARE(generations().size(), 3);
        m_store.reset();
        for (const QString &generation : generations()) {
            StoreWorld empty;
            auto options = restoreTo(empty.stateDirectory());
            options.generation = generation;
            const auto done = restored(options);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            QCOMPARE(done->cases, 1);
            const auto store = empty.open();
            QVERIFY(failedWith((*store)->cases().findCase(gone.content.id), ErrorKind::NotFound));
            QVERIFY((*store)->cases().findCase(stays.content.id));
            QVERIFY(
                failedWith((*store)->vault().get(gone.content.id, gone.content.signature->blob), ErrorKind::NotFound));
            // The tombstone keeps the number.
            const auto rows = contentOf(empty.databasePath()).value(QStringLiteral("cases"));
            QCOMPARE(rows.size(), std::size_t(2));
        }
    }

    // Discarded, too: a draft that was in a backup is gone from it with its key.
    void aDiscardedDraftComesBackFromNoGeneration()
    {
        const auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(backedUp());
        QVERIFY(m_store->cases().discardDraft(draft.id));
        m_store.reset();
        StoreWorld empty;
        QVERIFY(restored(restoreTo(empty.stateDirectory())));
        const auto store = empty.open();
        QVERIFY(!(*store)->cases().findUnfinished(zhang().card)->draft);
        QCOMPARE(censusOf(empty.databasePath())->drafts, 0);
    }

    void anErasureWhileTheDiskIsAwayIsMadeUpFor()
    {
        const auto gone = applied();
        deliverAll();
        QVERIFY(backedUp());
        const QString away = m_world->backupDirectory() + QStringLiteral(".away");
        QVERIFY(QDir().rename(m_world->backupDirectory(), away));
        QByteArray lines;
        setLogSink([&lines](const QByteArray &line) { lines += line; });
        QVERIFY(m_store->eraseCase(gone.content.id)); // no reason to keep what must go
        QVERIFY(lines.contains("StoreBackupTrouble"));
        QVERIFY(failedWith(backedUp(), ErrorKind::StoreUnwritable));
        m_store.reset();
        QVERIFY(QDir().rename(away, m_world->backupDirectory()));
        reopen(m_world->optionsWithBackup());
        m_store.reset();
        StoreWorld empty;
        const auto done = restored(restoreTo(empty.stateDirectory()));
        QCOMPARE(done->cases, 0);
        QCOMPARE(done->erased, 1);
    }

    void filesAreCopiedOnceAndOldGenerationsGo()
    {
        auto options = m_world->optionsWithBackup();
        options.backup->generations = 2;
        reopen(options);
        const auto first = applied();
        QCOMPARE(backedUp()->files, 3);
        QCOMPARE(backedUp()->files, 0);
        deliverAll();
        QVERIFY(m_store->eraseCase(first.content.id));
        applied(li());
        QCOMPARE(backedUp()->files, 3);
        QCOMPARE(generations().size(), 2);
        QCOMPARE(filesBelow(m_world->backupDirectory() + QStringLiteral("/K01/vault")).size(), 6);
        QVERIFY(backedUp()); // now nobody names the erased one's pages
        QCOMPARE(filesBelow(m_world->backupDirectory() + QStringLiteral("/K01/vault")).size(), 3);
        QCOMPARE(generations().size(), 2);
        QVERIFY(generations().last().startsWith(QStringLiteral("000004-")));
    }

    void aStolenDiskOpensNothing()
    {
        applied();
        QVERIFY(backedUp());
        const auto deviceKey = *m_world->disk.read(m_world->stateDirectory() + QStringLiteral("/keys/device.key"));
        for (const QByteArray &bytes : filesBelow(m_world->backupDirectory())) {
            QVERIFY(!bytes.contains(deviceKey));
            QVERIFY(!bytes.contains("SQLite format"));
            QVERIFY(!bytes.contains("330106002000")); // not even a local number
        }
        StoreWorld empty;
        auto options = restoreTo(empty.stateDirectory());
        options.cityPrivateKeyPem = crypto::Sm2PrivateKey::generate().toPem();
        QVERIFY(failedWith(restored(options), ErrorKind::SealBroken));
        options = restoreTo(empty.stateDirectory());
        options.deviceId = QStringLiteral("K02");
        QVERIFY(failedWith(restored(options), ErrorKind::NotFound));
        QVERIFY(!QDir(empty.stateDirectory()).exists());
    }

    void everyDamagedFileOfTheBackupIsFound()
    {
        applied();
        QVERIFY(backedUp());
        m_store.reset();
        const auto files = filesBelow(m_world->backupDirectory());
        QCOMPARE(files.size(), 6); // keys, manifest, a part, three pages
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            const QString path = m_world->backupDirectory() + QLatin1Char('/') + file.key();
            QByteArray changed = file.value();
            changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
            StoreWorld empty;
            for (const bool isMissing : {false, true}) {
                QVERIFY(isMissing ? bool(m_world->disk.remove(path)) : bool(m_world->disk.writeSynced(path, changed)));
                const auto done = restored(restoreTo(empty.stateDirectory()));
                QVERIFY2(!done, qPrintable(file.key()));
                QVERIFY(!QDir(empty.stateDirectory()).exists());
            }
            QVERIFY(m_world->disk.writeSynced(path, file.value()));
        }
        StoreWorld empty;
        QVERIFY(restored(restoreTo(empty.stateDirectory())));
    }

    void theTerminalsSignatureIsAskedFor()
    {
        auto options = m_world->optionsWithBackup();
        const auto device = crypto::Sm2PrivateKey::generate();
        options.backup->signer = device;
        reopen(options);
        QVERIFY(backedUp());
        m_store.reset();
        StoreWorld empty;
        auto restore = restoreTo(empty.stateDirectory());
        restore.signedBy = crypto::Sm2PrivateKey::generate().publicKey();
        QVERIFY(failedWith(restored(restore), ErrorKind::StoreCorrupt));
        restore.signedBy = device.publicKey();
        QVERIFY(restored(restore));
    }

    void whatIsInUseOrNewerIsNotReplaced()
    {
        applied();
        QVERIFY(backedUp());
        const auto options = restoreTo(m_world->stateDirectory());
        QVERIFY(failedWith(restored(options), ErrorKind::StoreUnwritable)); // open
        m_world->clock.advance(1h);
        applied(li());
        m_store.reset();
        const auto refused = restored(options);
        QVERIFY(failedWith(refused, ErrorKind::Misconfigured));
        QVERIFY(refused.error().detail.contains(QStringLiteral("newer")));
        QCOMPARE(censusOf(m_world->databasePath())->cases, 2);
    }

    void aDamagedStoreIsSetAsideWhole()
    {
        applied();
        QVERIFY(backedUp());
        m_store.reset();
        QVERIFY(m_world->disk.writeSynced(m_world->databasePath(), QByteArray(8192, 'x')));
        const auto before = filesBelow(m_world->stateDirectory());
        const auto done = restored(restoreTo(m_world->stateDirectory()));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(filesBelow(done->setAside), before);
        QVERIFY(m_world->open());
        QCOMPARE(censusOf(m_world->databasePath())->cases, 1);
    }

    void onceADayByItself()
    {
        QVERIFY(m_store->housekeep());
        QTRY_COMPARE(generations().size(), 1); // begun
        m_store.reset();                       // waits for its end
        reopen(m_world->optionsWithBackup());
        QCOMPARE(m_store->audit().records(1, 9)->back().event.action, QStringLiteral("store.backup"));
        m_world->clock.advance(1h);
        QVERIFY(m_store->housekeep());
        reopen(m_world->optionsWithBackup());
        QCOMPARE(generations().size(), 1);
        m_world->clock.advance(23h);
        QVERIFY(m_store->housekeep());
        QTRY_COMPARE(generations().size(), 2);
    }

    void withoutADirectoryItSaysSo()
    {
        QByteArray lines;
        setLogSink([&lines](const QByteArray &line) { lines += line; });
        reopen(m_world->options());
        QVERIFY(lines.contains("StoreBackupTrouble"));
        QVERIFY(failedWith(backedUp(), ErrorKind::Misconfigured));
        QVERIFY(m_store->housekeep());
    }
};

QTEST_GUILESS_MAIN(StoreBackupTest)
#include "store_backup_test.moc"
