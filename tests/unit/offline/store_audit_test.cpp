// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of what happened: whoever changes, drops or slips in a row is found out, by the first row that is wrong.
#include "app/core/base/log.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

class StoreAuditTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    void change(const QString &sql)
    {
        const auto database = Database::open(m_world->databasePath());
        QCOMPARE(*(*database)->run(QStringLiteral("test"), sql), 1);
    }
    QStringList actions() const
    {
        QStringList names;
        const auto records = m_store->audit().records(1, 100);
        for (const auto &record : *records)
            names << record.event.action;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
    }
    void cleanup() { m_store.reset(); }

    void anEmptyChainIsWhole()
    {
        const auto head = m_store->audit().head();
        QCOMPARE(head->seq, 0);
        QCOMPARE(head->hash, QByteArray(32, '\0'));
        QCOMPARE(m_store->audit().verify()->rows, 0);
    }

    void deedsStandThereInOrder()
    {
        const auto done = m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock));
        const QUuid id = done->content.id;
        const auto job = m_store->printJournal().reserve(id);
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Printing));
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Unknown));
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Confirmed));
        QVERIFY(m_store->cases().recordStatus(id, domain::CaseStatus::Submitted, {}, m_world->clock.nowUtc()));
        QVERIFY(
            m_store->cases().recordStatus(id, domain::CaseStatus::Submitted, {}, m_world->clock.nowUtc())); // no news
        QCOMPARE(actions(),
                 QStringList({QStringLiteral("case.submit"), QStringLiteral("print.printing"),
                              QStringLiteral("print.unknown"), QStringLiteral("print.confirmed"),
                              QStringLiteral("case.status")}));
        const auto records = m_store->audit().records(1, 100);
        for (const auto &record : *records)
            QCOMPARE(record.event.subject, done->localNumber);
        QCOMPARE(records->at(3).event.actor, ports::AuditActor::Villager); // the person's word
        QCOMPARE(records->at(4).event.actor, ports::AuditActor::City);
        QCOMPARE(m_store->audit().verify()->rows, 5);
        QCOMPARE(m_store->audit().head()->hash, records->back().hash);
    }

    void aDeedThatIsUndoneLeavesNoRecord()
    {
        QVERIFY(!m_store->cases().recordStatus(QUuid::createUuid(), domain::CaseStatus::Closed, {},
                                               m_world->clock.nowUtc()));
        auto draft = *filledDraft(*m_store, zhang(), m_world->clock);
        draft.pages.first().front().sm3 = QByteArray(32, 'x');
        QVERIFY(!m_store->cases().submit(draft));
        QCOMPARE(m_store->audit().head()->seq, 0);
    }

    void everyTamperingIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("broken");
        const auto row = [](const char *name, const char *sql, qint64 broken) {
            QTest::newRow(name) << QString::fromLatin1(sql) << broken;
        };
        row("time", "UPDATE audit SET at = at + 1 WHERE seq = 3", 3);
        row("actor", "UPDATE audit SET actor = 'staff' WHERE seq = 1", 1);
        row("who", "UPDATE audit SET actor_id = 'k1' WHERE seq = 7", 7);
        row("deed", "UPDATE audit SET action = 'nothing' WHERE seq = 7", 7);
        row("subject", "UPDATE audit SET subject = 'x' WHERE seq = 2", 2);
        row("moved between columns", "UPDATE audit SET subject = '', detail = subject || detail WHERE seq = 2", 2);
        row("detail", "UPDATE audit SET detail = '' WHERE seq = 5", 5);
        row("hash", "UPDATE audit SET hash = zeroblob(32) WHERE seq = 4", 4);
        row("dropped", "DELETE FROM audit WHERE seq = 4", 4);
        row("first dropped", "DELETE FROM audit WHERE seq = 1", 1);
        row("slipped in at the end", "INSERT INTO audit VALUES (9, 1, 'staff', '', 'x', '', '', zeroblob(32))", 9);
    }
    void everyTamperingIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(qint64, broken);
        for (int deed = 1; deed <= 8; ++deed)
            QVERIFY(m_store->audit().append({.actor = ports::AuditActor::Technician,
                                             .action = QStringLiteral("test.deed"),
                                             .subject = QString::number(deed),
                                             .detail = QStringLiteral("fact")}));
        QVERIFY(!m_store->audit().verify()->firstBroken);
        change(sql);
        const auto verdict = m_store->audit().verify();
        QVERIFY(verdict->firstBroken);
        QCOMPARE(*verdict->firstBroken, broken);
    }

    // What the chain cannot tell by itself, its kept head can.
    void aChainCutShortDoesNotEndInTheHeadThatWasKept()
    {
        for (int deed = 1; deed <= 3; ++deed)
            QVERIFY(m_store->audit().append({.action = QStringLiteral("test.deed")}));
        const auto kept = m_store->audit().head();
        change(QStringLiteral("DELETE FROM audit WHERE seq = 3"));
        QVERIFY(!m_store->audit().verify()->firstBroken);
        QVERIFY(m_store->audit().head()->seq < kept->seq);
    }

    void aLongChainIsVerifiedToItsEnd()
    {
        for (int deed = 1; deed <= 1100; ++deed)
            QVERIFY(m_store->audit().append({.action = QStringLiteral("test.deed")}));
        QCOMPARE(m_store->audit().verify()->rows, 1100);
        change(QStringLiteral("UPDATE audit SET at = 0 WHERE seq = 1050"));
        QCOMPARE(*m_store->audit().verify()->firstBroken, 1050);
    }
};

QTEST_GUILESS_MAIN(StoreAuditTest)
#include "store_audit_test.moc"
