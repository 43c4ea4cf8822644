// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox: every state × every operation, who waits for whom, and what a crash or a wrong clock does to it.
#include "app/core/base/log.h"
#include "offline/outbox/sql_outbox.h"
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "offline/vault/sealed_vault.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline;
using ports::OutboxKind;

namespace {

const Error lineDown{ErrorKind::PlatformUnreachable, QStringLiteral("http"), QStringLiteral("timed out")};
const QJsonObject payload{{QStringLiteral("name"), QStringLiteral("张秀英")}};
const QJsonObject answer{{QStringLiteral("caseId"), QStringLiteral("P-1")}};

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    vault::PosixFileSystem m_disk;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<vault::SealedVault> m_vault;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<outbox::SqlOutbox> m_outbox;
    const QUuid m_case = QUuid::createUuid();

    QUuid enqueued(OutboxKind kind, const QList<QUuid> &needs = {})
    {
        const QUuid id = QUuid::createUuid();
        if (!m_outbox->enqueue({.id = id, .kind = kind, .caseId = m_case, .payload = payload, .needs = needs}))
            qFatal("enqueue failed");
        return id;
    }
    QUuid claimed()
    {
        const auto entry = m_outbox->claim(m_clock->nowUtc());
        return entry && entry->has_value() ? (*entry)->id : QUuid();
    }
    QVariant column(const QUuid &entry, const QString &name)
    {
        return m_database
            ->query(QStringLiteral("test"), QStringLiteral("SELECT %1 FROM outbox WHERE id = ?").arg(name),
                    {store::textOf(entry)})
            ->front()
            .at(0);
    }
    QUuid entryIn(const QString &state)
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        bool ready = state == QLatin1String("pending") || claimed() == id;
        if (state == QLatin1String("done"))
            ready = ready && m_outbox->complete(id, answer).has_value();
        if (state == QLatin1String("parked"))
            ready = ready && m_outbox->park(id, lineDown).has_value();
        return ready && column(id, QStringLiteral("state")) == state ? id : QUuid();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(QDateTime(QDate(2026, 3, 1), QTime(1, 0), Qt::UTC));
        m_database = std::move(*store::Database::open(m_directory->filePath(QStringLiteral("store.db"))));
        QVERIFY(store::migrate(*m_database));
        QVERIFY(
            m_database->run(QStringLiteral("test"),
                            QStringLiteral("INSERT INTO cases (id, holder, local_number, submitted_at, status, content)"
                                           " VALUES (?, x'', 'N-1', 0, 'queued', x'')"),
                            {store::textOf(m_case)}));
        m_vault = std::make_unique<vault::SealedVault>(m_disk, m_directory->filePath(QStringLiteral("vault")),
                                                       m_directory->filePath(QStringLiteral("keystore")),
                                                       crypto::randomKey());
        QVERIFY(m_vault->keys().adoptFrom(m_vault->directory()));
        m_outbox = std::make_unique<outbox::SqlOutbox>(*m_database, *m_vault, *m_clock);
    }
    void cleanup()
    {
        m_outbox.reset();
        m_database.reset();
    }

    void everyStateAndOperation_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("after"); // empty: refused, nothing changed
        const QMap<QPair<QString, QString>, QString> legal{{{"pending", "claim"}, "inFlight"},
                                                           {{"inFlight", "complete"}, "done"},
                                                           {{"inFlight", "retry"}, "pending"},
                                                           {{"inFlight", "park"}, "parked"},
                                                           {{"inFlight", "recover"}, "pending"}};
        for (const char *state : {"pending", "inFlight", "done", "parked"}) {
            for (const char *operation : {"claim", "complete", "retry", "park", "recover"})
                QTest::addRow("%s %s", state, operation) << state << operation << legal.value({state, operation});
        }
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
            const auto moved = operation == QLatin1String("complete") ? m_outbox->complete(id, answer)
                               : operation == QLatin1String("retry")  ? m_outbox->retry(id, lineDown, m_clock->nowUtc())
                                                                      : m_outbox->park(id, lineDown);
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

    void anUnknownEntryIsNotFound()
    {
        QVERIFY(failedWith(m_outbox->complete(QUuid::createUuid(), answer), ErrorKind::NotFound));
        QVERIFY(failedWith(m_outbox->retry(QUuid::createUuid(), lineDown, m_clock->nowUtc()), ErrorKind::NotFound));
        QVERIFY(failedWith(m_outbox->park(QUuid::createUuid(), lineDown), ErrorKind::NotFound));
        QVERIFY(claimed().isNull());
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
