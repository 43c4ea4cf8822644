// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: the disk fails beneath the database while a supplement is given. For every i the i-th write, sync or
// truncation fails: it is there whole or not at all, and then the draft still is and goes through.
#include "app/core/base/log.h"
#include "tests/fault/store_fault_vfs.h"
#include "tests/unit/offline/supplement_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;

class StoreSupplementDiskTest : public QObject
{
    Q_OBJECT

    FaultVfs m_disk;

    static QStringList disagreements(StoreWorld &world, OfflineStore &store, const QUuid &caseId)
    {
        offline::store::Agreement agreement;
        auto check = store.agreementCheck(world.disk);
        if (!check.checkCase(caseId, agreement) || !check.checkWhole(agreement))
            agreement.findings << QStringLiteral("the look failed");
        return agreement.findings;
    }
    static void judge(StoreWorld &world, const domain::CaseDraft &draft, bool wasTold)
    {
        const auto store = world.open();
        QVERIFY2(store, store ? "" : qPrintable(store.error().where + store.error().detail));
        const auto followed = (*store)->ledger().ofHolder(zhang().card);
        QVERIFY(followed && followed->cases.size() == 1);
        const bool isGiven = !followed->cases.front().supplements.empty();
        QVERIFY(isGiven || !wasTold);
        QCOMPARE((*store)->cases().findUnfinished(zhang().card)->draft.has_value(), !isGiven);
        const auto given = (*store)->cases().submitAll(draft);
        QVERIFY2(given, given ? "" : qPrintable(given.error().where + given.error().detail));
        QVERIFY(given->front().localNumber.endsWith(QStringLiteral("-B1")));
        QCOMPARE((*store)->ledger().ofHolder(zhang().card)->cases.front().supplements.size(), size_t{1});
        const QStringList amiss = disagreements(world, **store, draft.supplement->caseId);
        QVERIFY2(amiss.isEmpty(), qPrintable(amiss.join(QLatin1Char('\n'))));
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
                const auto standing = (*store)->cases().submit(*filledDraft(**store, zhang(), world.clock));
                const ports::Notice letter = letterTo(standing->content.id);
                QVERIFY((*store)->notices().keep(letter));
                draft = *answered(**store, *(*store)->cases().beginSupplement(zhang().card, standing->content.id,
                                                                              letter.id, QUuid::createUuid()));
                QVERIFY((*store)->cases().saveDraft(draft));
                m_disk.arm(fault, nth);
                const auto given = (*store)->cases().submitAll(draft);
                reached = m_disk.fired();
                wasTold = given.has_value();
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

QTEST_GUILESS_MAIN(StoreSupplementDiskTest)
#include "store_supplement_disk_test.moc"
