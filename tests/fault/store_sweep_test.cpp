// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the sweep for what is nobody's is still at it when the first villager comes, or the database has
// forgotten whose the files are. Nothing that is somebody's is erased, and what is nobody's goes all the same. Opening
// itself does as much with many cases as with few.
#include "app/core/base/log.h"
#include "offline/store/retention.h"
#include "offline/store/sql_print_journal.h"
#include "offline/store/text.h"
#include "tests/fault/gated_files.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using offline::store::Database;
using offline::store::textOf;

class StoreSweepTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;

    [[nodiscard]] QString vaultDirectory() const { return m_world->stateDirectory() + QStringLiteral("/vault"); }
    [[nodiscard]] QString keyDirectory() const { return m_world->stateDirectory() + QStringLiteral("/keystore"); }
    [[nodiscard]] QSet<QString> owners() const
    {
        const QStringList names = QDir(vaultDirectory()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return {names.begin(), names.end()};
    }
    [[nodiscard]] QSet<QString> keys() const
    {
        QStringList names = QDir(keyDirectory()).entryList(QDir::Files);
        names.removeAll(QStringLiteral("adopted"));
        return {names.begin(), names.end()};
    }
    // A session that was cut off before its first save point, its pages on the disk.
    [[nodiscard]] QUuid orphan()
    {
        const auto store = m_world->open();
        const auto draft = filledDraft(**store, li(), m_world->clock);
        return (*store)->vault().sealOwned(draft->id, "row", "row") ? draft->id : QUuid();
    }
    void unmarkCleanStop() const
    {
        const auto database = Database::open(m_world->databasePath());
        QVERIFY((*database)->run(QStringLiteral("test"),
                                 QStringLiteral("UPDATE meta SET value = x'30' WHERE key = 'clean_stop'")));
    }

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_world = std::make_unique<StoreWorld>();
    }

    // Before its listing of the pages, and between that and the listing of the keys.
    void whoComesWhileItSweepsKeepsEverything_data()
    {
        QTest::addColumn<bool>("atKeys");
        QTest::newRow("before the pages are listed") << false;
        QTest::newRow("between pages and keys") << true;
    }
    void whoComesWhileItSweepsKeepsEverything()
    {
        QFETCH(bool, atKeys);
        const QUuid nobodys = orphan();
        QVERIFY(!nobodys.isNull());
        GatedFiles files;
        files.shut(atKeys ? keyDirectory() : vaultDirectory());
        const auto store = OfflineStore::open(m_world->options(), m_world->clock, files);
        QVERIFY(store);
        files.waitForSweep();
        QVERIFY(!(*store)->orphanSweep().isFinished()); // and yet the door is open
        const auto submitted = filledDraft(**store, zhang(), m_world->clock);
        QVERIFY((*store)->cases().submit(*submitted));
        const auto saved = filledDraft(**store, zhang(), m_world->clock);
        QVERIFY((*store)->cases().saveDraft(*saved));
        const auto scanned = filledDraft(**store, zhang(), m_world->clock); // no row names it yet
        QVERIFY((*store)->vault().sealOwned(scanned->id, "row", "row"));
        files.open();
        QCOMPARE(*QFuture<Result<int>>((*store)->orphanSweep()).result(), 1);
        const QSet<QString> wanted{textOf(submitted->id), textOf(saved->id), textOf(scanned->id)};
        QCOMPARE(owners(), wanted);
        QCOMPARE(keys(), wanted);
        for (const auto &draft : {*submitted, *saved, *scanned}) {
            QCOMPARE(*(*store)->vault().get(draft.id, draft.pages.first().front().blob), pageImage(1));
            QCOMPARE(*(*store)->vault().get(draft.id, draft.signature->blob), QByteArray("\x89PNG signature"));
        }
    }

    // Whoever the sweep has condemned cannot be worked with: no row ever names pages whose key is about to go.
    void whatIsBeingErasedCannotBeSaved()
    {
        domain::CaseDraft draft;
        {
            const auto store = m_world->open();
            draft = *filledDraft(**store, zhang(), m_world->clock);
            QVERIFY((*store)->vault().sealOwned(draft.id, "row", "row"));
        }
        offline::vault::SealedVault vault(m_world->disk, vaultDirectory(), keyDirectory(),
                                          offline::crypto::randomKey());
        vault.setErasedHook([&]() -> Result<void> {
            if (!failedWith(vault.put(draft.id, "page"), ErrorKind::SealBroken) ||
                !failedWith(vault.sealOwned(draft.id, "row", "row"), ErrorKind::SealBroken))
                return fail(ErrorKind::InputInvalid, QStringLiteral("test"));
            return {};
        });
        QCOMPARE(*vault.eraseOrphans([] { return Result<QSet<QUuid>>(QSet<QUuid>()); }), 1);
        QVERIFY(vault.sealOwned(draft.id, "row", "row")); // afterwards it is anybody's name
    }

    // A damaged table reads as an empty one: then nothing may be taken for nobody's.
    void aDatabaseThatForgotErasesNothing()
    {
        QUuid owner;
        qint64 root = 0;
        {
            const auto store = m_world->open();
            const auto draft = filledDraft(**store, zhang(), m_world->clock);
            QVERIFY((*store)->cases().submit(*draft));
            owner = draft->id;
        }
        {
            const auto database = Database::open(m_world->databasePath());
            const auto rows = (*database)->query(
                QStringLiteral("test"), QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'cases'"));
            root = rows->front().at(0).toLongLong();
        }
        unmarkCleanStop();
        QFile file(m_world->databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * 4096));
        // A leaf without a single row (file format, section 1.6).
        QByteArray empty(4096, '\0');
        empty.replace(0, 8, QByteArray::fromHex("0d00000000100000"));
        QCOMPARE(file.write(empty), 4096);
        file.close();
        const auto store = m_world->open();
        QVERIFY(store);
        QVERIFY(failedWith(QFuture<Result<int>>((*store)->orphanSweep()).result(), ErrorKind::StoreCorrupt));
        QCOMPARE(owners(), QSet<QString>{textOf(owner)});
        QCOMPARE(keys(), QSet<QString>{textOf(owner)});
    }

    void whatAStartLooksForIsFoundByAnIndex_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("index");
        QTest::newRow("prints") << offline::store::interruptedPrints() << "print_jobs_printing";
        QTest::newRow("cases") << offline::store::casesWhoseTimeIsUp() << "cases_due";
    }
    void whatAStartLooksForIsFoundByAnIndex()
    {
        QFETCH(QString, sql);
        QFETCH(QString, index);
        QVERIFY(m_world->open());
        const auto database = Database::open(m_world->databasePath());
        const auto plan =
            (*database)->query(QStringLiteral("test"), QStringLiteral("EXPLAIN QUERY PLAN ") + sql, {qint64(1)});
        QVERIFY(plan && !plan->empty());
        bool isUsed = false;
        for (const auto &row : *plan) {
            const QString step = row.at(3).toString();
            isUsed = isUsed || step.contains(QStringLiteral("INDEX ") + index);
            QVERIFY2(!step.startsWith(QStringLiteral("SCAN")) || step.contains(index), qPrintable(step));
            QVERIFY2(!step.contains(QStringLiteral("TEMP B-TREE")), qPrintable(step));
        }
        QVERIFY(isUsed);
    }

    void openingDoesAsMuchWithManyCasesAsWithFew()
    {
        GatedFiles files;
        const auto operations = [&] {
            files.forget();
            const auto store = m_world->open(files);
            return store ? files.ownOperations() : QStringList();
        };
        const auto submit = [&](int cases) {
            const auto store = m_world->open(files);
            for (int i = 0; i < cases; ++i)
                QVERIFY((*store)->cases().submit(*filledDraft(**store, zhang(), m_world->clock)));
        };
        submit(1);
        const QStringList withOne = operations();
        submit(19);
        const QStringList withTwenty = operations();
        QVERIFY(!withOne.isEmpty());
        QCOMPARE(withTwenty, withOne);
        QVERIFY(!withTwenty.contains(vaultDirectory()));
        QVERIFY(!withTwenty.contains(keyDirectory()));
    }
};

QTEST_GUILESS_MAIN(StoreSweepTest)
#include "store_sweep_test.moc"
