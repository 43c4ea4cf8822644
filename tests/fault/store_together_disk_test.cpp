// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the disk fails beneath the database while a theme (一件事) is handed in. For every i the i-th write, sync or
// truncation fails: all its cases are there with all their pages, or none and the draft is, and then it goes through.
#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/theme_draft.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;

class StoreTogetherDiskTest : public QObject
{
    Q_OBJECT

    FaultVfs m_disk;

    // Every page and the signature of a case, as the vault has them for it.
    static bool isWhole(OfflineStore &store, const domain::CaseDraft &content)
    {
        std::vector<domain::SealedPage> all{*content.signature};
        for (const auto &pages : content.pages)
            all.insert(all.end(), pages.begin(), pages.end());
        return std::all_of(all.begin(), all.end(), [&](const domain::SealedPage &page) {
            const auto kept = store.vault().get(content.id, page.blob);
            return kept && offline::crypto::sm3(*kept) == page.sm3;
        });
    }
    static void judge(StoreWorld &world, const domain::CaseDraft &draft, bool wasTold)
    {
        const auto store = world.open();
        QVERIFY2(store, store ? "" : qPrintable(store.error().where + store.error().detail));
        const auto census = censusOf(world.databasePath());
        QVERIFY(census && (census->cases == 2 || (census->cases == 0 && !wasTold)));
        QCOMPARE(census->drafts, census->cases == 0 ? 1 : 0);
        const auto cases = (*store)->cases().submitAll(draft);
        QVERIFY2(cases, cases ? "" : qPrintable(cases.error().where + cases.error().detail));
        QCOMPARE(cases->size(), size_t{2});
        QCOMPARE(censusOf(world.databasePath())->cases, 2);
        for (const domain::SubmittedCase &one : *cases)
            QVERIFY2(isWhole(**store, one.content), qPrintable(one.localNumber));
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void theIthOperationFails_data()
    {
        QTest::addColumn<DiskFault>("fault");
        QTest::newRow("write error") << DiskFault::WriteError;
        QTest::newRow("disk full") << DiskFault::DiskFull;
        QTest::newRow("disk gone") << DiskFault::DiskGone;
    }
    void theIthOperationFails()
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
                draft = themeDraft(**store, world.clock);
                QVERIFY((*store)->cases().saveDraft(draft));
                m_disk.arm(fault, nth);
                const auto cases = (*store)->cases().submitAll(draft);
                reached = m_disk.fired();
                wasTold = cases.has_value();
                QVERIFY(wasTold || reached);
                refused += wasTold ? 0 : 1;
            }
            m_disk.disarm();
            judge(world, draft, wasTold);
            if (QTest::currentTestFailed())
                qFatal("failed at operation %d", nth);
        }
        QVERIFY2(refused >= 10, qPrintable(QString::number(refused))); // the fault was really in the way
    }
};

QTEST_GUILESS_MAIN(StoreTogetherDiskTest)
#include "store_together_disk_test.moc"
