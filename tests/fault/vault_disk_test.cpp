// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: a file operation fails beneath the vault. The i-th fails, for every i there is: nothing half-written is
// ever taken for a page, what was there stays, and trying again heals.
#include "app/core/base/log.h"
#include "tests/fault/store_fault_files.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;

class VaultDiskTest : public QObject
{
    Q_OBJECT

    FaultFiles m_files;

    static void faults()
    {
        QTest::addColumn<FaultFiles::Kind>("kind");
        QTest::newRow("once") << FaultFiles::Kind::Once;
        QTest::newRow("from then on") << FaultFiles::Kind::FromThenOn;
    }
    // Put, and durable: nothing is sealed for a row before.
    static Result<QUuid> kept(ports::Vault &vault, const QUuid &owner, const QByteArray &plain)
    {
        auto blob = vault.put(owner, plain);
        const auto row = blob ? vault.sealOwned(owner, "row", "row") : Result<QByteArray>(QByteArray());
        if (!blob)
            return fail(blob.error());
        return row ? Result<QUuid>(blob->blob) : fail(row.error());
    }
    static QStringList owners(const StoreWorld &world)
    {
        return QDir(world.stateDirectory() + QStringLiteral("/vault")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void init() { m_files.disarm(); }

    void theIthOperationOfTheFirstStartFails_data() { faults(); }
    void theIthOperationOfTheFirstStartFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            m_files.arm(kind, nth);
            refused += world.open(m_files) ? 0 : 1;
            reached = m_files.fired();
            m_files.disarm();
            const auto again = world.open(m_files);
            QVERIFY2(again, again ? "" : qPrintable(again.error().where + again.error().detail));
            QVERIFY(kept((*again)->vault(), QUuid::createUuid(), "page"));
        }
        QVERIFY(refused >= 8);
    }

    void theIthOperationOfPutFails_data() { faults(); }
    void theIthOperationOfPutFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        StoreWorld world;
        const auto store = world.open(m_files);
        auto &vault = (*store)->vault();
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            const QUuid owner = QUuid::createUuid(); // its first page: directory and key are made too
            m_files.arm(kind, nth, ErrorKind::StoreFull);
            const auto first = kept(vault, owner, "first");
            reached = m_files.fired();
            m_files.disarm();
            QVERIFY(first || failedWith(first, ErrorKind::StoreFull));
            refused += first ? 0 : 1;
            const auto second = kept(vault, owner, "second");
            QVERIFY(second);
            QCOMPARE(*vault.get(owner, *second), QByteArray("second"));
            QVERIFY(!first || *vault.get(owner, *first) == "first");
            QVERIFY(vault.erase(owner));
        }
        QVERIFY(refused >= 9);
        QCOMPARE(owners(world), QStringList());
    }

    void theIthOperationOfANextPageFails()
    {
        StoreWorld world;
        const auto store = world.open(m_files);
        auto &vault = (*store)->vault();
        const QUuid owner = QUuid::createUuid();
        const auto first = kept(vault, owner, "first");
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            m_files.arm(FaultFiles::Kind::FromThenOn, nth);
            static_cast<void>(kept(vault, owner, "next"));
            reached = m_files.fired();
            m_files.disarm();
            QCOMPARE(*vault.get(owner, *first), QByteArray("first"));
            QVERIFY(vault.sealOwned(owner, "row", "row")); // with what waited for it
            QCOMPARE(*vault.get(owner, *first), QByteArray("first"));
        }
    }

    // Three pages, their owner's directory and key, and the draft: all there, or an error and all there when it is
    // tried again, in this process or after its death.
    void theIthOperationOfASavePointFails_data() { faults(); }
    void theIthOperationOfASavePointFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            domain::CaseDraft draft;
            {
                const auto store = world.open(m_files);
                draft = *filledDraft(**store, zhang(), world.clock);
                m_files.arm(kind, nth, ErrorKind::StoreFull);
                const auto saved = (*store)->cases().saveDraft(draft);
                reached = m_files.fired();
                m_files.disarm();
                QVERIFY(saved || failedWith(saved, ErrorKind::StoreFull));
                refused += saved ? 0 : 1;
                QCOMPARE((*store)->cases().findUnfinished(zhang().card)->draft.has_value(), saved.has_value());
                QVERIFY(saved || (*store)->cases().saveDraft(draft));
            }
            const auto store = world.open(m_files);
            const auto found = (*store)->cases().findUnfinished(zhang().card)->draft;
            QVERIFY(found && sameContent(*found, draft));
            QCOMPARE(*(*store)->vault().get(draft.id, draft.pages.first().front().blob), pageImage(1));
            QCOMPARE(*(*store)->vault().get(draft.id, draft.pages.first().back().blob), pageImage(2));
            QCOMPARE(*(*store)->vault().get(draft.id, draft.signature->blob), QByteArray("\x89PNG signature"));
        }
        QVERIFY(refused >= 10);
    }

    // A discarded draft: whatever fails, its owner is never offered a draft without its pages, and after the next start
    // nothing of it is left.
    void theIthOperationOfDiscardFails_data() { faults(); }
    void theIthOperationOfDiscardFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            {
                const auto store = world.open(m_files);
                const auto draft = *filledDraft(**store, zhang(), world.clock);
                QVERIFY((*store)->cases().saveDraft(draft));
                m_files.arm(kind, nth);
                refused += (*store)->cases().discardDraft(draft.id) ? 0 : 1;
                reached = m_files.fired();
                QVERIFY(!(*store)->cases().findUnfinished(zhang().card)->draft);
            }
            m_files.disarm();
            QVERIFY(world.open(m_files));
            QCOMPARE(owners(world), QStringList());
        }
        QVERIFY(refused >= 5);
    }

    void theIthOperationOfSubmitFails_data() { faults(); }
    void theIthOperationOfSubmitFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            domain::CaseDraft draft;
            bool wasTold = false;
            {
                const auto store = world.open(m_files);
                draft = *filledDraft(**store, zhang(), world.clock);
                QVERIFY((*store)->vault().put(draft.id, "a page that was scanned again"));
                QVERIFY((*store)->cases().saveDraft(draft));
                m_files.arm(kind, nth);
                wasTold = (*store)->cases().submit(draft).has_value();
                reached = m_files.fired();
                refused += wasTold ? 0 : 1;
            }
            m_files.disarm();
            QCOMPARE(*censusOf(world.databasePath()),
                     (wasTold ? Census{.drafts = 0, .cases = 1, .pages = 3, .messages = 5, .needs = 7}
                              : Census{.drafts = 1}));
            const auto store = world.open(m_files);
            QVERIFY((*store)->cases().submit(draft));
            QCOMPARE(*(*store)->vault().get(draft.id, draft.signature->blob), QByteArray("\x89PNG signature"));
        }
        QVERIFY2(refused >= 3, qPrintable(QString::number(refused))); // a page could not be opened; its key is known
    }
};

QTEST_GUILESS_MAIN(VaultDiskTest)
#include "vault_disk_test.moc"
