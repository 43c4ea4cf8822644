// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal burns, and comes back on an empty machine out of its backup and the city's key; what was erased does not.
#include "tests/unit/offline/store_backup_rig.h"

using namespace tongban;
using namespace tongban::offline;
using namespace tongban::offline::store;
using namespace tongban::testing;
using namespace std::chrono_literals;

class StoreBackupTest final : public StoreBackupRig
{
    Q_OBJECT

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
};

QTEST_GUILESS_MAIN(StoreBackupTest)
#include "store_backup_test.moc"
