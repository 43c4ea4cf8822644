// SPDX-License-Identifier: GPL-3.0-or-later
// What was put and is not on the disk yet, and what is on the disk and nobody's.
#include "offline/crypto/sm3.h"
#include "tests/unit/offline/vault_rig.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tongban;
using tongban::testing::VaultRig;

class VaultWaitingTest : public QObject, VaultRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeVault(); }

    // A page is open to its session at once; the disk knows of it, and of its owner, at the save point.
    void whatWasPutWaitsForItsSavePoint()
    {
        const auto first = m_vault->put(m_owner, "first");
        const auto second = m_vault->put(m_owner, "second");
        QCOMPARE(*m_vault->get(m_owner, first->blob), QByteArray("first"));
        QVERIFY(m_disk.list(m_directory->path())->isEmpty());
        QVERIFY(m_vault->keys().owners()->isEmpty());
        QVERIFY(failedWith(vaultOf(m_key)->get(m_owner, second->blob), ErrorKind::NotFound));
        // No row can be sealed, hence none can name it, before it is durable.
        const auto row = m_vault->sealOwned(m_owner, "row", "context");
        const auto again = vaultOf(m_key);
        QCOMPARE(*again->get(m_owner, first->blob), QByteArray("first"));
        QCOMPARE(*again->get(m_owner, second->blob), QByteArray("second"));
        QCOMPARE(*again->openOwned(m_owner, *row, "context"), QByteArray("row"));
        // A later page goes under the same key.
        const auto third = kept(m_owner, "third");
        QCOMPARE(*again->get(m_owner, *third), QByteArray("third"));
    }

    // The row of a submission is made while the disk writes its pages, under the key that gets there with them.
    void aRowMayBeSealedMeanwhile()
    {
        const auto page = m_vault->put(m_owner, "page");
        QByteArray row;
        const auto durable = m_vault->makeDurable(m_owner, [&]() -> Result<void> {
            const auto sealed = m_vault->sealOwned(m_owner, "row", "context");
            row = sealed.value_or(QByteArray());
            return sealed ? Result<void>() : fail(sealed.error());
        });
        QVERIFY(durable);
        const auto again = vaultOf(m_key);
        QCOMPARE(*again->openOwned(m_owner, row, "context"), QByteArray("row"));
        QCOMPARE(*again->get(m_owner, page->blob), QByteArray("page"));
        // What the work beside the disk says is answered, and the pages are there all the same.
        QVERIFY(m_vault->put(m_owner, "second"));
        QVERIFY(
            failedWith(m_vault->makeDurable(
                           m_owner, [] { return Result<void>(fail(ErrorKind::StoreFull, QStringLiteral("test"))); }),
                       ErrorKind::StoreFull));
        QCOMPARE(m_disk.list(QFileInfo(pathOf(m_owner, page->blob)).path())->size(), 2);
    }

    void isTheFileThatWasScanned()
    {
        const QByteArray sm3 = offline::crypto::sm3("page");
        const auto page = m_vault->put(m_owner, "page");
        QCOMPARE(page->sm3.result(), sm3);
        for (const char *place : {"waiting", "on the disk"}) {
            QVERIFY2(m_vault->holds(m_owner, page->blob, 4, sm3), place);
            QVERIFY2(failedWith(m_vault->holds(m_owner, page->blob, 5, sm3), ErrorKind::StoreCorrupt), place);
            QVERIFY2(failedWith(m_vault->holds(m_owner, page->blob, 4, offline::crypto::sm3("pagf")),
                                ErrorKind::StoreCorrupt),
                     place);
            QVERIFY2(failedWith(m_vault->holds(m_owner, QUuid::createUuid(), 4, sm3), ErrorKind::NotFound), place);
            QVERIFY(m_vault->makeDurable(m_owner));
        }
        QVERIFY(m_vault->sealOwned(m_owner, "row", "context")); // its key is known now …
        QVERIFY(m_vault->erase(m_owner));
        QVERIFY(failedWith(m_vault->holds(m_owner, page->blob, 4, sm3), ErrorKind::NotFound)); // … and forgotten
        QVERIFY(failedWith(m_vault->openOwned(m_owner, "row", "context"), ErrorKind::SealBroken));
    }

    void whatWaitsGoesWithItsOwner()
    {
        const auto waiting = m_vault->put(m_owner, "scanned, never saved");
        QVERIFY(m_vault->erase(m_owner));
        QVERIFY(failedWith(m_vault->get(m_owner, waiting->blob), ErrorKind::NotFound));
        QVERIFY(m_vault->makeDurable(m_owner));
        QVERIFY(m_disk.list(m_directory->path())->isEmpty());
        const auto one = m_vault->put(m_owner, "one");
        const auto two = m_vault->put(m_owner, "two");
        QVERIFY(m_vault->removeBlob(m_owner, one->blob));
        QVERIFY(m_vault->keepOnly(m_owner, {two->blob}));
        QVERIFY(m_vault->makeDurable(m_owner));
        QCOMPARE(m_disk.list(QFileInfo(pathOf(m_owner, two->blob)).path())->size(), 1);
        QCOMPARE(*m_vault->get(m_owner, two->blob), QByteArray("two"));
    }

    // A session that never saves does not fill the memory.
    void manyLargePagesDoNotWait()
    {
        constexpr int megabyte = 1024 * 1024;
        for (int page = 0; page < 17; ++page)
            QVERIFY(m_vault->put(m_owner, QByteArray(megabyte, 'p')));
        QVERIFY(m_disk.list(QFileInfo(pathOf(m_owner, QStringLiteral("x"))).path())->size() >= 15);
    }

    void housekeepingKeepsWhatIsNamed()
    {
        const QUuid other = QUuid::createUuid();
        const auto shown = kept(m_owner, "shown");
        const auto again = kept(m_owner, "scanned again");
        QVERIFY(kept(other, "orphan"));
        QVERIFY(m_disk.writeSynced(pathOf(m_owner, QStringLiteral("left.tmp")), "x"));
        const auto keptByName = [this] { return Result<QSet<QUuid>>(QSet<QUuid>{m_owner}); };
        QCOMPARE(*m_vault->eraseOrphans(keptByName), 0); // whoever is worked with is not nobody's, saved or not
        QCOMPARE(*vaultOf(m_key)->eraseOrphans(keptByName), 1);
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(*m_vault->keys().owners(), QSet<QUuid>{m_owner});
        QCOMPARE(*m_vault->keepOnly(m_owner, {*shown}), 2);
        QCOMPARE(*m_vault->get(m_owner, *shown), QByteArray("shown"));
        QVERIFY(failedWith(m_vault->get(m_owner, *again), ErrorKind::NotFound));
        QCOMPARE(m_disk.list(QFileInfo(pathOf(m_owner, *shown)).path())->size(), 1);
    }

    // A terminal that is switched off does not wait for a long sweep; the next start goes on with it.
    void aSweepCanBeCutOff()
    {
        QVERIFY(kept(m_owner, "orphan"));
        const auto nobody = [] { return Result<QSet<QUuid>>(QSet<QUuid>()); };
        const auto next = vaultOf(m_key);
        std::stop_source stop;
        QVERIFY(stop.request_stop());
        QVERIFY(failedWith(next->eraseOrphans(nobody, stop.get_token()), ErrorKind::Cancelled));
        QVERIFY(next->sealOwned(m_owner, "row", "row")); // not condemned any more
        QCOMPARE(*vaultOf(m_key)->eraseOrphans(nobody), 1);
        QVERIFY(m_disk.list(m_directory->path())->isEmpty());
        QVERIFY(m_vault->keys().owners()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(VaultWaitingTest)
#include "vault_waiting_test.moc"
