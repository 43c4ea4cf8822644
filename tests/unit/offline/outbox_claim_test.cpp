// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes first out of the outbox, and that asking costs nothing however much waits.
#include "offline/outbox/claim_order.h"
#include "tests/unit/offline/outbox_rig.h"

using namespace tongban;
using namespace tongban::testing;

class OutboxClaimTest : public OutboxRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void formsGoBeforePagesAndPagesBeforeEvaluations()
    {
        const QUuid evaluation = enqueued(OutboxKind::SendEvaluation);
        const QUuid page = enqueued(OutboxKind::UploadPage);
        const QUuid thumbnail = enqueued(OutboxKind::UploadThumbnail);
        const QUuid form = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), form);
        QCOMPARE(claimed(), thumbnail);
        QCOMPARE(claimed(), page);
        QCOMPARE(claimed(), evaluation);
    }

    void noClassWaitsWithoutBound()
    {
        const QUuid evaluation = enqueued(OutboxKind::SendEvaluation);
        const QUuid page = enqueued(OutboxKind::UploadPage);
        QSet<QUuid> seen;
        for (int turn = 0; turn < outbox::turnsOfACycle; ++turn) {
            enqueued(OutboxKind::CreateCase); // as many new forms as go out
            seen.insert(claimed());
        }
        QVERIFY(seen.contains(evaluation) && seen.contains(page));
    }

    // An entry of before goes when its clock is set back: it was due at once, whatever the time was called then.
    void aClockSetBackHoldsNothingNewBack()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        ManualClock right(m_clock->nowUtc().addSecs(-7'200));
        outbox::SqlOutbox outbox(*m_database, *m_vault, right);
        QCOMPARE(**outbox.nextDue(), right.nowUtc());
        QCOMPARE((*outbox.claim(right.nowUtc()))->id, id);
    }

    void noQuestionReadsMoreThanItAnswers_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("claim") << outbox::headsOfTheClasses();
        QTest::newRow("nextDue") << outbox::timesOfTheClasses();
    }
    void noQuestionReadsMoreThanItAnswers()
    {
        QFETCH(QString, sql);
        const QVariantList times(sql.count(QLatin1Char('?')), QVariant(qint64(1)));
        const auto plan = m_database->query(QStringLiteral("test"), QStringLiteral("EXPLAIN QUERY PLAN ") + sql, times);
        QVERIFY(plan);
        int searches = 0;
        for (const auto &row : *plan) {
            const QString step = row.at(3).toString();
            QVERIFY2(!step.contains(QLatin1String("SCAN outbox")) && !step.contains(QLatin1String("TEMP B-TREE")),
                     qPrintable(step));
            if (step.contains(QLatin1String("SEARCH outbox"))) {
                ++searches;
                QVERIFY2(step.contains(QLatin1String("outbox_ready (priority=? AND not_before")), qPrintable(step));
            }
        }
        QVERIFY(searches >= 8);
    }
};

QTEST_GUILESS_MAIN(OutboxClaimTest)
#include "outbox_claim_test.moc"
