// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept, for how long, and that nothing goes before the city has it.
#include "app/core/base/log.h"
#include "offline/store/retention.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;
using namespace std::chrono_literals;

class StoreRetentionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    domain::SubmittedCase applied()
    {
        const auto done = m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return *done;
    }
    // The line takes everything that is due.
    void deliverAll()
    {
        for (;;) {
            const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
            QVERIFY(entry);
            if (!entry->has_value())
                return;
            QVERIFY(m_store->outbox().complete((*entry)->id, {}));
        }
    }
    void end(const QUuid &id, domain::CaseStatus status = domain::CaseStatus::Withdrawn)
    {
        QVERIFY(m_store->cases().recordStatus(id, status, QStringLiteral("P-1"), m_world->clock.nowUtc()));
    }
    // Day by day, as a terminal lives.
    void liveDays(int days)
    {
        for (int day = 0; day < days; ++day) {
            m_world->clock.advance(24h);
            QVERIFY(m_store->housekeep());
        }
    }
    bool hasFiles(const QUuid &owner) const
    {
        const QDir state(m_world->stateDirectory());
        return state.exists(QStringLiteral("vault/") + textOf(owner)) ||
               state.exists(QStringLiteral("keystore/") + textOf(owner));
    }
    Row rowOf(const QUuid &id) const
    {
        const auto database = Database::open(m_world->databasePath());
        return (*database)
            ->query(QStringLiteral("test"),
                    QStringLiteral("SELECT length(content), length(holder), local_number, item_code, erased_at,"
                                   " (SELECT count(*) FROM outbox WHERE case_id = cases.id),"
                                   " (SELECT count(*) FROM pages WHERE case_id = cases.id),"
                                   " (SELECT count(*) FROM print_jobs WHERE case_id = cases.id) FROM cases WHERE id = ?"),
                    {textOf(id)})
            ->front();
    }
    bool isErased(const QUuid &id)
    {
        return failedWith(m_store->cases().findCase(id), ErrorKind::NotFound) && !hasFiles(id);
    }

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
    }
    void cleanup() { m_store.reset(); }

    void anEndedCaseGoesAfterItsDaysAndLeavesATombstone()
    {
        const auto done = applied();
        const QUuid id = done.content.id;
        const auto job = m_store->printJournal().reserve(id);
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Printing));
        deliverAll();
        liveDays(40);
        QVERIFY(!isErased(id)); // not ended: kept however long
        end(id);
        liveDays(29);
        QVERIFY(!isErased(id));
        liveDays(1);
        QVERIFY(isErased(id));
        const Row row = rowOf(id);
        QCOMPARE(row.at(0).toInt(), 0);
        QCOMPARE(row.at(1).toInt(), 0);
        QCOMPARE(row.at(2).toString(), done.localNumber);
        QCOMPARE(row.at(3).toString(), done.content.item.code);
        QVERIFY(!row.at(4).isNull());
        QCOMPARE(row.at(5).toInt(), 0);
        QCOMPARE(row.at(6).toInt(), 0);
        QCOMPARE(row.at(7).toInt(), 1); // the journal stays whole
        QVERIFY(!m_store->cases().findUnfinished(zhang().card)->withoutReceipt);
        const auto verdict = m_store->audit().verify();
        QVERIFY(verdict && !verdict->firstBroken);
        QCOMPARE(m_store->audit().records(verdict->rows, 1)->front().event.action, QStringLiteral("case.erase"));
        // And the terminal goes on: starts again, news of the case does no harm, the next one has the next number.
        m_store.reset();
        m_store = std::move(*m_world->open());
        QVERIFY(m_store->cases().recordStatus(id, domain::CaseStatus::Withdrawn, {}, m_world->clock.nowUtc()));
        QVERIFY(applied().localNumber != done.localNumber);
    }

    void theItemSaysHowLong()
    {
        auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        draft.item.retentionDays = 3;
        QVERIFY(m_store->cases().submit(draft));
        deliverAll();
        end(draft.id);
        QVERIFY(m_store->housekeep());
        liveDays(2);
        QVERIFY(!isErased(draft.id));
        liveDays(1);
        QVERIFY(isErased(draft.id));
    }

    // Whatever the city says of it: what it does not hold is nowhere else.
    void whatIsNotDeliveredIsNeverSwept_data()
    {
        QTest::addColumn<int>("delivered");
        for (int messages = 0; messages < 5; ++messages)
            QTest::addRow("%d of 5 messages done", messages) << messages;
    }
    void whatIsNotDeliveredIsNeverSwept()
    {
        QFETCH(int, delivered);
        const auto done = applied();
        for (int message = 0; message < delivered; ++message)
            QVERIFY(m_store->outbox().complete((*m_store->outbox().claim(m_world->clock.nowUtc()))->id, {}));
        end(done.content.id);
        liveDays(400);
        QVERIFY(m_store->cases().findCase(done.content.id));
        QVERIFY(failedWith(m_store->eraseCase(done.content.id), ErrorKind::Misconfigured));
        QCOMPARE(m_store->vault().get(done.content.id, done.content.signature->blob), QByteArray("\x89PNG signature"));
        deliverAll();
        liveDays(1);
        QVERIFY(isErased(done.content.id));
    }

    void aParkedPageHoldsItsCaseBack()
    {
        const auto done = applied();
        const auto first = m_store->outbox().claim(m_world->clock.nowUtc());
        QVERIFY(m_store->outbox().park((*first)->id, {ErrorKind::PlatformRefused, QStringLiteral("test"), {}}));
        end(done.content.id);
        liveDays(100);
        QVERIFY(m_store->cases().findCase(done.content.id));
    }

    void anEvaluationThatAPersonMustDecideOnDoesNot()
    {
        const auto done = applied();
        deliverAll();
        QVERIFY(m_store->cases().saveEvaluation({.caseId = done.content.id, .level = 4}));
        const auto evaluation = m_store->outbox().claim(m_world->clock.nowUtc());
        end(done.content.id);
        liveDays(31);
        QVERIFY(!isErased(done.content.id)); // on its way
        QVERIFY(m_store->outbox().park((*evaluation)->id, {ErrorKind::PlatformRefused, QStringLiteral("test"), {}}));
        liveDays(1);
        QVERIFY(isErased(done.content.id));
    }

    void aDraftWaitsThirtyDays()
    {
        const auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(m_store->housekeep());
        liveDays(29);
        QVERIFY(m_store->cases().findUnfinished(zhang().card)->draft);
        liveDays(1);
        QVERIFY(!m_store->cases().findUnfinished(zhang().card)->draft);
        QVERIFY(!hasFiles(draft.id));
    }

    void aPersonMayWantItGoneAtOnce()
    {
        const auto done = applied();
        deliverAll();
        QVERIFY(m_store->eraseCase(done.content.id));
        QVERIFY(isErased(done.content.id));
        QVERIFY(failedWith(m_store->eraseCase(done.content.id), ErrorKind::NotFound));
    }

    void pagesScannedAgainAreSwept()
    {
        auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        auto &pages = draft.pages[QStringLiteral("householdRegister")];
        const QUuid replaced = pages.back().blob;
        QVERIFY(m_store->cases().saveDraft(draft));
        pages.back() = *sealedPage(m_store->vault(), draft.id, pageImage(3));
        QVERIFY(m_store->vault().get(draft.id, replaced)); // until the draft no longer shows it
        const QUuid unsaved = m_store->vault().put(draft.id, "held by the session")->blob;
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(failedWith(m_store->vault().get(draft.id, replaced), ErrorKind::NotFound));
        QVERIFY(m_store->vault().get(draft.id, unsaved));
        QVERIFY(m_store->vault().get(draft.id, pages.back().blob));
        // The session ended without saving it: the next start takes it.
        m_store.reset();
        m_store = std::move(*m_world->open());
        QVERIFY(failedWith(m_store->vault().get(draft.id, unsaved), ErrorKind::NotFound));
        QVERIFY(m_store->vault().get(draft.id, pages.back().blob));
        QVERIFY(m_store->cases().submit(draft));
    }

    void aSweepDoesNotTrustAClockThatLeapt_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::addColumn<int>("due");
        QTest::newRow("never before") << qint64(-1) << int(SweepDue::NoteOnly);
        QTest::newRow("at once") << qint64(0) << int(SweepDue::No);
        QTest::newRow("the same day") << qint64(19) << int(SweepDue::No);
        QTest::newRow("the next day") << qint64(20) << int(SweepDue::Yes);
        QTest::newRow("after the long holiday") << qint64(24 * 40) << int(SweepDue::Yes);
        QTest::newRow("a year ahead") << qint64(24 * 365) << int(SweepDue::NoteOnly);
        QTest::newRow("set back") << qint64(-24) << int(SweepDue::NoteOnly);
    }
    void aSweepDoesNotTrustAClockThatLeapt()
    {
        QFETCH(qint64, hours);
        QFETCH(int, due);
        const QDateTime now = m_world->clock.nowUtc();
        const QDateTime last = hours == -1 ? QDateTime() : now.addSecs(-hours * 3600);
        QCOMPARE(static_cast<int>(sweepDue(last, now)), due);
    }

    void aLeapOfTheClockErasesNothing()
    {
        const auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(m_store->housekeep());
        m_world->clock.advance(24h * 3650);
        QVERIFY(m_store->housekeep());
        QVERIFY(m_store->cases().findUnfinished(zhang().card)->draft);
        m_world->clock.advance(-24h * 3650); // put right before the day was over
        QVERIFY(m_store->housekeep());
        liveDays(2);
        QVERIFY(m_store->cases().findUnfinished(zhang().card)->draft);
    }
};

QTEST_GUILESS_MAIN(StoreRetentionTest)
#include "store_retention_test.moc"
