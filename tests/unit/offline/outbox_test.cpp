// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: every state × every operation, who waits for whom, and what a crash or a wrong clock does to it.
#include "app/core/base/log.h"
#include "offline/outbox/sql_outbox_desk.h"
#include "tests/unit/offline/outbox_rig.h"

using namespace tongban;
using namespace tongban::testing;

class OutboxTest : public OutboxRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void everyStateAndOperation_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("after"); // empty: refused, nothing changed
        const QMap<QPair<QString, QString>, QString> legal{
            {{"pending", "claim"}, "inFlight"},     {{"pending", "hold"}, "parked"},
            {{"pending", "acknowledge"}, "done"},   {{"inFlight", "complete"}, "done"},
            {{"inFlight", "retry"}, "pending"},     {{"inFlight", "park"}, "parked"},
            {{"inFlight", "conflict"}, "conflict"}, {{"inFlight", "recover"}, "pending"},
            {{"inFlight", "acknowledge"}, "done"},  {{"parked", "release"}, "pending"},
            {{"parked", "acknowledge"}, "done"},    {{"conflict", "release"}, "pending"},
            {{"conflict", "acknowledge"}, "done"},  {{"done", "acknowledge"}, "done"}};
        for (const char *state : {"pending", "inFlight", "done", "parked", "conflict"}) {
            for (const char *operation :
                 {"claim", "complete", "retry", "park", "conflict", "recover", "release", "hold", "acknowledge"})
                QTest::addRow("%s %s", state, operation) << state << operation << legal.value({state, operation});
        }
    }
    Result<void> carriedOut(const QString &operation, const QUuid &id)
    {
        if (operation == QLatin1String("complete"))
            return m_outbox->complete(id, answer);
        if (operation == QLatin1String("retry"))
            return m_outbox->retry(id, lineDown, m_clock->nowUtc());
        if (operation == QLatin1String("park"))
            return m_outbox->park(id, lineDown);
        if (operation == QLatin1String("conflict"))
            return m_outbox->conflict(id, lineDown);
        outbox::SqlOutboxDesk desk(*m_database, *m_vault, *m_clock, {});
        if (operation == QLatin1String("release"))
            return desk.release(id);
        if (operation == QLatin1String("hold"))
            return desk.hold(id, QStringLiteral("等申请人补交"));
        return desk.acknowledge(id, answer);
    }
    void everyStateAndOperation()
    {
        QFETCH(QString, state);
        QFETCH(QString, operation);
        QFETCH(QString, after);
        const QUuid id = entryIn(state);
        QVERIFY(!id.isNull());

        bool done = false;
        if (operation == QLatin1String("claim"))
            done = claimed() == id;
        else if (operation == QLatin1String("recover"))
            done = *m_outbox->recoverInFlight() == 1;
        else {
            const auto moved = carriedOut(operation, id);
            done = moved.has_value();
            QVERIFY(done || failedWith(moved, ErrorKind::NotFound));
        }
        QCOMPARE(done, !after.isEmpty());
        QCOMPARE(column(id, QStringLiteral("state")).toString(), after.isEmpty() ? state : after);
    }

    void theContentComesBackAndIsForgottenOnceSent()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        const auto entry = m_outbox->claim(m_clock->nowUtc());
        QCOMPARE((*entry)->id, id);
        QCOMPARE((*entry)->kind, OutboxKind::CreateCase);
        QCOMPARE((*entry)->caseId, m_case);
        QCOMPARE((*entry)->payload, payload);
        QCOMPARE((*entry)->attempts, 1);
        QVERIFY(!column(id, QStringLiteral("payload")).toByteArray().contains("name"));
        QVERIFY(failedWith(m_outbox->answerOf(m_case, OutboxKind::CreateCase), ErrorKind::NotFound));
        QVERIFY(m_outbox->complete(id, answer));
        QCOMPARE(*m_outbox->answerOf(m_case, OutboxKind::CreateCase), answer);
        QVERIFY(failedWith(m_outbox->answerOf(m_case, OutboxKind::SubmitCase), ErrorKind::NotFound));
        QVERIFY(column(id, QStringLiteral("payload")).toByteArray().isEmpty());
    }

    void pagesWaitForTheCaseAndTheSubmissionForAll()
    {
        const QUuid create = enqueued(OutboxKind::CreateCase);
        const QUuid first = enqueued(OutboxKind::UploadPage, {create});
        const QUuid second = enqueued(OutboxKind::UploadPage, {create});
        const QUuid submit = enqueued(OutboxKind::SubmitCase, {create, first, second});

        QCOMPARE(claimed(), create);
        QVERIFY(claimed().isNull()); // the others wait for what is in flight
        QVERIFY(!m_outbox->nextDue()->has_value());
        QVERIFY(m_outbox->complete(create, answer));
        QCOMPARE(claimed(), first);
        QVERIFY(m_outbox->retry(first, lineDown, m_clock->nowUtc().addSecs(60)));
        QCOMPARE(claimed(), second); // one page that waits does not hold the other
        QVERIFY(m_outbox->complete(second, {}));
        QVERIFY(claimed().isNull());
        QCOMPARE(**m_outbox->nextDue(), m_clock->nowUtc().addSecs(60));
        m_clock->advance(std::chrono::seconds(60));
        QCOMPARE(claimed(), first);
        QVERIFY(m_outbox->complete(first, {}));
        QCOMPARE(claimed(), submit);
        QVERIFY(m_outbox->complete(submit, {}));
        QVERIFY(!m_outbox->nextDue()->has_value());
    }

    void whatWaitsForAParkedEntryIsNotDue()
    {
        const QUuid create = enqueued(OutboxKind::CreateCase);
        enqueued(OutboxKind::UploadPage, {create});
        QCOMPARE(claimed(), create);
        QVERIFY(m_outbox->park(create, lineDown));
        QVERIFY(claimed().isNull());
        QVERIFY(!m_outbox->nextDue()->has_value());
        const QUuid other = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), other); // and it holds nobody else
    }

    void retryWaitsAndKeepsItsKey()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), id);
        const QDateTime due = m_clock->nowUtc().addSecs(5);
        QVERIFY(m_outbox->retry(id, lineDown, due));
        QVERIFY(claimed().isNull());
        QCOMPARE(**m_outbox->nextDue(), due);
        QCOMPARE(column(id, QStringLiteral("last_error")).toString(),
                 QStringLiteral("PlatformUnreachable http: timed out"));
        m_clock->advance(std::chrono::milliseconds(4'999));
        QVERIFY(claimed().isNull());
        m_clock->advance(std::chrono::milliseconds(1));
        const auto again = m_outbox->claim(m_clock->nowUtc());
        QCOMPARE((*again)->id, id);
        QCOMPARE((*again)->attempts, 2);
        QCOMPARE((*again)->payload, payload);
    }

    void whatWasInFlightIsSentAgainUnderTheSameKey()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), id);
        const QString path = m_database->path();
        m_outbox.reset();
        m_database.reset(); // the process ends between the claim and the answer
        m_database = std::move(*store::Database::open(path));
        m_outbox = std::make_unique<outbox::SqlOutbox>(*m_database, *m_vault, *m_clock);
        QVERIFY(claimed().isNull());
        QCOMPARE(*m_outbox->recoverInFlight(), 1);
        QCOMPARE(*m_outbox->recoverInFlight(), 0);
        const auto again = m_outbox->claim(m_clock->nowUtc());
        QCOMPARE((*again)->id, id);
        QCOMPARE((*again)->attempts, 2);
        QCOMPARE((*again)->payload, payload);
    }

    // A dead battery lets the clock run in 2038; when it is put right, nothing may wait for 2038.
    void aClockPutRightHoldsNothingBack()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), id);
        QVERIFY(m_outbox->retry(id, lineDown, m_clock->nowUtc().addSecs(5)));
        ManualClock right(m_clock->nowUtc().addYears(-12));
        outbox::SqlOutbox outbox(*m_database, *m_vault, right);
        QCOMPARE(**outbox.nextDue(), right.nowUtc());
        QCOMPARE((*outbox.claim(right.nowUtc()))->id, id);
    }

    void noRetryIsPutOffBeyondTheLongestWait()
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        QCOMPARE(claimed(), id);
        QVERIFY(m_outbox->retry(id, lineDown, m_clock->nowUtc().addYears(1)));
        QVERIFY(claimed().isNull());
        QCOMPARE(**m_outbox->nextDue(), m_clock->nowUtc().addDays(1));
    }

    void aDamagedMessageIsParkedAndDoesNotStopTheRest()
    {
        const QUuid damaged = enqueued(OutboxKind::CreateCase);
        const QUuid good = enqueued(OutboxKind::CreateCase);
        QVERIFY(m_database->run(QStringLiteral("test"),
                                QStringLiteral("UPDATE outbox SET payload = x'00' WHERE id = ?"),
                                {store::textOf(damaged)}));
        QByteArrayList lines;
        setLogSink([&lines](const QByteArray &line) { lines << line; });
        QCOMPARE(claimed(), good);
        setLogSink([](const QByteArray &) {});
        QCOMPARE(column(damaged, QStringLiteral("state")).toString(), QStringLiteral("parked"));
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.front().contains("OutboxParked") && lines.front().contains("SealBroken"));
    }

    // One bad hour of the platform parks nothing; a day of the same answer is a case that nobody would see.
    void theSameBadAnswerForADayIsHandedToAPerson()
    {
        const Error bad{ErrorKind::PlatformBadAnswer, QStringLiteral("tus"), QStringLiteral("460 digest_mismatch")};
        const Error other{ErrorKind::PlatformBadAnswer, QStringLiteral("tus"), QStringLiteral("200 without a body")};
        const QUuid id = enqueued(OutboxKind::UploadPage);
        const auto tried = [&](const Error &error, std::chrono::hours later) {
            m_clock->advance(later);
            return claimed() == id && m_outbox->retry(id, error, m_clock->nowUtc())
                       ? column(id, QStringLiteral("state")).toString()
                       : QStringLiteral("not tried");
        };
        const auto pending = QStringLiteral("pending");
        QCOMPARE(tried(bad, std::chrono::hours(0)), pending);
        QCOMPARE(tried(bad, std::chrono::hours(23)), pending);
        QCOMPARE(tried(other, std::chrono::hours(1)), pending); // the count and the day begin anew
        for (int time = 0; time < 5; ++time)
            QCOMPARE(tried(bad, std::chrono::hours(5)), pending);
        QCOMPARE(tried(bad, std::chrono::hours(4)), QStringLiteral("parked"));
        outbox::SqlOutboxDesk desk(*m_database, *m_vault, *m_clock, {});
        QVERIFY(desk.release(id)); // and a release begins anew, too
        QCOMPARE(tried(bad, std::chrono::hours(1)), pending);
        QCOMPARE(tried(bad, std::chrono::hours(30)), pending);
    }

    void anUnknownEntryIsNotFound()
    {
        QVERIFY(failedWith(m_outbox->conflict(QUuid::createUuid(), lineDown), ErrorKind::NotFound));
        QVERIFY(failedWith(m_outbox->complete(QUuid::createUuid(), answer), ErrorKind::NotFound));
        QVERIFY(failedWith(m_outbox->retry(QUuid::createUuid(), lineDown, m_clock->nowUtc()), ErrorKind::NotFound));
        QVERIFY(failedWith(m_outbox->park(QUuid::createUuid(), lineDown), ErrorKind::NotFound));
        QVERIFY(claimed().isNull());
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
