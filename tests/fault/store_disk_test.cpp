// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the disk fails beneath the database. The i-th write, sync or truncation fails, for every i there is: the
// case is there whole or not at all, and then the draft still is.
#include "app/core/base/log.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;

namespace {

// Two pages and a signature: create, three uploads, submit.
const Census wholeCase{.drafts = 0, .cases = 1, .pages = 3, .messages = 5, .needs = 7};
const Census draftOnly{.drafts = 1};

} // namespace

class StoreDiskTest : public QObject
{
    Q_OBJECT

    FaultVfs m_disk;

    static bool isStoreError(const Error &error)
    {
        return error.kind == ErrorKind::StoreUnwritable || error.kind == ErrorKind::StoreFull;
    }

    // Whole or not at all, as another process finds it; then the same draft goes through, once.
    void judge(StoreWorld &world, const domain::CaseDraft &draft, bool wasTold)
    {
        const auto census = censusOf(world.databasePath());
        QVERIFY(census);
        QVERIFY(*census == wholeCase || *census == draftOnly);
        QVERIFY(*census == wholeCase || !wasTold);
        const auto store = world.open();
        QVERIFY2(store, store ? "" : qPrintable(store.error().where + store.error().detail));
        const auto unfinished = (*store)->cases().findUnfinished(zhang().card);
        QVERIFY(unfinished);
        QCOMPARE(unfinished->draft.has_value(), *census == draftOnly);
        QVERIFY(!unfinished->draft || sameContent(*unfinished->draft, draft));
        const auto submitted = (*store)->cases().submit(draft);
        QVERIFY(submitted && submitted->localNumber.endsWith(QStringLiteral("-0001")));
        QCOMPARE(*censusOf(world.databasePath()), wholeCase);
        QCOMPARE(*(*store)->vault().get(draft.id, draft.pages.first().back().blob), pageImage(2));
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void theIthOperationOfSubmitFails_data()
    {
        QTest::addColumn<DiskFault>("fault");
        QTest::newRow("write error") << DiskFault::WriteError;
        QTest::newRow("disk full") << DiskFault::DiskFull;
        QTest::newRow("disk gone") << DiskFault::DiskGone;
    }
    void theIthOperationOfSubmitFails()
    {
        QFETCH(DiskFault, fault);
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            domain::CaseDraft draft;
            bool wasTold = false;
            {
                const auto store = world.open();
                draft = *filledDraft(**store, zhang(), world.clock);
                QVERIFY((*store)->cases().saveDraft(draft));
                m_disk.arm(fault, nth);
                const auto submitted = (*store)->cases().submit(draft);
                reached = m_disk.fired();
                wasTold = submitted.has_value();
                QVERIFY(wasTold || isStoreError(submitted.error()));
                QVERIFY(wasTold || reached);
                refused += wasTold ? 0 : 1;
            } // a disk that is gone is still gone while the store closes
            m_disk.disarm();
            judge(world, draft, wasTold);
            if (QTest::currentTestFailed())
                qFatal("failed at operation %d", nth);
        }
        QVERIFY2(refused >= 10, qPrintable(QString::number(refused))); // the fault was really in the way
    }

    // The process goes on after the error, and the villager touches "submit" again.
    void afterAFullDiskTheSameDraftGoesThrough()
    {
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            const auto store = world.open();
            const auto draft = *filledDraft(**store, zhang(), world.clock);
            QVERIFY((*store)->cases().saveDraft(draft));
            m_disk.arm(DiskFault::DiskFull, nth);
            const auto first = (*store)->cases().submit(draft);
            reached = m_disk.fired();
            m_disk.disarm();
            QVERIFY(first || failedWith(first, ErrorKind::StoreFull));
            const auto second = (*store)->cases().submit(draft);
            QVERIFY2(second, second ? "" : qPrintable(second.error().where + second.error().detail));
            QVERIFY(second->localNumber.endsWith(QStringLiteral("-0001")));
            QCOMPARE(*censusOf(world.databasePath()), wholeCase);
        }
    }

    void theIthOperationOfTheFirstStartFails()
    {
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            m_disk.arm(DiskFault::DiskGone, nth);
            refused += world.open() ? 0 : 1;
            reached = m_disk.fired();
            m_disk.disarm();
            const auto again = world.open();
            QVERIFY2(again, again ? "" : qPrintable(again.error().where + again.error().detail));
            QVERIFY((*again)->syncState().setValue(QStringLiteral("k"), QStringLiteral("v")));
        }
        QVERIFY(refused >= 10);
    }

    // The counts of a terminal's devices: what was said to be added is there, and nothing is there by half.
    void theIthOperationOfTheDeviceLogFails()
    {
        const std::vector<ports::DeviceCounters> more{{.device = QStringLiteral("printer"), .succeeded = 1},
                                                      {.device = QStringLiteral("reader"), .succeeded = 1}};
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            bool wasTold = false;
            {
                const auto store = world.open();
                QVERIFY((*store)->deviceLog().add(more));
                m_disk.arm(DiskFault::DiskGone, nth);
                const auto added = (*store)->deviceLog().add(more);
                wasTold = added.has_value();
                QVERIFY(wasTold || isStoreError(added.error()));
                refused += wasTold ? 0 : 1;
                reached = m_disk.fired();
            }
            m_disk.disarm();
            const auto store = world.open();
            const auto counts = (*store)->deviceLog().all();
            QVERIFY(counts && counts->size() == 2);
            QCOMPARE(counts->front().succeeded, counts->back().succeeded);
            QVERIFY(counts->front().succeeded == 2 || (counts->front().succeeded == 1 && !wasTold));
        }
        QVERIFY2(refused >= 2, qPrintable(QString::number(refused)));
    }

    // Nothing is said to be sent, printed or rated that the disk does not know.
    void theIthOperationOfTheOutboxFails()
    {
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            StoreWorld world;
            QUuid claimed;
            bool completed = false;
            {
                const auto store = world.open();
                QVERIFY((*store)->cases().submit(*filledDraft(**store, zhang(), world.clock)));
                m_disk.arm(DiskFault::DiskGone, nth);
                const auto entry = (*store)->outbox().claim(world.clock.nowUtc());
                if (entry) {
                    claimed = (*entry)->id;
                    completed = (*store)->outbox().complete(claimed, {}).has_value();
                }
                reached = m_disk.fired();
            }
            m_disk.disarm();
            const auto store = world.open();
            QVERIFY((*store)->outbox().recoverInFlight());
            const auto next = (*store)->outbox().claim(world.clock.nowUtc());
            QVERIFY(next && next->has_value());
            const bool isCreate = (*next)->kind == ports::OutboxKind::CreateCase;
            QVERIFY(!(completed && isCreate));                                // what was said to be done is done
            QVERIFY(!isCreate || claimed.isNull() || (*next)->id == claimed); // and else comes under its old key
        }
    }
};

QTEST_GUILESS_MAIN(StoreDiskTest)
#include "store_disk_test.moc"
