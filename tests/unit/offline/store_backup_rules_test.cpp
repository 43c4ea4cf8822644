// SPDX-License-Identifier: GPL-3.0-or-later
// Whose backup is taken back, over what, and how often one is made.
#include "tests/unit/offline/store_backup_rig.h"

using namespace tongban;
using namespace tongban::offline;
using namespace tongban::offline::store;
using namespace tongban::testing;
using namespace std::chrono_literals;

class StoreBackupRulesTest final : public StoreBackupRig
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

QTEST_GUILESS_MAIN(StoreBackupRulesTest)
#include "store_backup_rules_test.moc"
