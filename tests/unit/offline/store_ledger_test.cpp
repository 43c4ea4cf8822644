// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a case, as its applicant sees it at the terminal.
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using domain::CaseStatus;
using offline::store::textOf;

class StoreLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyTheOwnCasesAreTold();
    void aCaseStandsThereFromItsSubmissionOn();
    void everyChangeIsKeptWithTheCitysDate();
    void whatTheCityRepeatsStandsOnce();
    void askedForAgainAndAgain();
    void newsThatComesLateFindsItsPlace();
    void aCaseThatDoesNotOpenIsNotHidden();
    void whatIsErasedIsNotTold();
    void theNoticesAreInIt();
    void asOfIsTheCitysLastWord();
    void theWayOfAnOlderStoreIsTakenFromTheAudit();

private:
    [[nodiscard]] ports::Followed of(const Villager &villager) { return *m_store->ledger().ofHolder(villager.card); }
    [[nodiscard]] QUuid submitted(const Villager &villager)
    {
        return m_store->cases().submit(*filledDraft(*m_store, villager, m_world->clock))->content.id;
    }
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*m_world->open());
    }
    void heard(const QUuid &id, CaseStatus status, const QDateTime &since)
    {
        QVERIFY(m_store->cases().recordStatus(id, status, {}, since));
    }
    [[nodiscard]] static QList<CaseStatus> statuses(const ports::FollowedCase &followed)
    {
        QList<CaseStatus> list;
        for (const ports::StatusMoment &moment : followed.way)
            list << moment.status;
        return list;
    }
    [[nodiscard]] static bool ran(offline::store::Database &database, const char *sql, const QVariantList &values = {})
    {
        return database.run(QStringLiteral("test"), QLatin1String(sql), values).has_value();
    }

    const QDateTime m_march = QDateTime(QDate(2026, 3, 5), QTime(1, 0), Qt::UTC);
    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
};

void StoreLedgerTest::init()
{
    m_store.reset();
    m_world = std::make_unique<StoreWorld>();
    m_store = std::move(*m_world->open());
}

void StoreLedgerTest::onlyTheOwnCasesAreTold()
{
    const QUuid first = submitted(zhang());
    m_world->clock.advance(std::chrono::hours(1));
    const QUuid second = submitted(zhang());
    const QUuid others = submitted(li());
    const ports::Followed own = of(zhang());
    QCOMPARE(own.cases.size(), size_t(2));
    QCOMPARE(own.cases.at(0).id, second); // newest first
    QCOMPARE(own.cases.at(1).id, first);
    QCOMPARE(of(li()).cases.size(), size_t(1));
    QCOMPARE(of(li()).cases.front().id, others);
    domain::IdCard stranger = zhang().card;
    stranger.idNumber = Secret(QStringLiteral("11010519491231002X"));
    QVERIFY(m_store->ledger().ofHolder(stranger)->cases.empty());
}

void StoreLedgerTest::aCaseStandsThereFromItsSubmissionOn()
{
    const QUuid id = submitted(zhang());
    const ports::FollowedCase followed = of(zhang()).cases.front();
    QCOMPARE(followed.item.code, allowance().code);
    QCOMPARE(followed.localNumber, m_store->cases().findCase(id)->localNumber);
    QVERIFY(followed.status == CaseStatus::Queued);
    QCOMPARE(followed.way.size(), size_t(1));
    QVERIFY(followed.way.front().status == CaseStatus::Queued);
    QCOMPARE(followed.way.front().at, m_world->clock.nowUtc());
    QVERIFY(!of(zhang()).asOf.isValid());
}

void StoreLedgerTest::everyChangeIsKeptWithTheCitysDate()
{
    const QUuid id = submitted(zhang());
    heard(id, CaseStatus::Submitted, m_march);
    heard(id, CaseStatus::Received, m_march.addDays(1));
    QVERIFY(m_store->cases().recordStatus(id, CaseStatus::Accepted, QStringLiteral("SL-7"), m_march.addDays(2)));
    reopen();
    const ports::FollowedCase followed = of(zhang()).cases.front();
    QCOMPARE(statuses(followed),
             QList({CaseStatus::Queued, CaseStatus::Submitted, CaseStatus::Received, CaseStatus::Accepted}));
    QCOMPARE(followed.way.at(2).at, m_march.addDays(1));
    QVERIFY(followed.status == CaseStatus::Accepted);
    QCOMPARE(followed.projectNumber, QStringLiteral("SL-7"));
}

void StoreLedgerTest::whatTheCityRepeatsStandsOnce()
{
    const QUuid id = submitted(zhang());
    for (int time = 0; time < 3; ++time) { // the cursor was lost, and all comes again
        heard(id, CaseStatus::Submitted, m_march);
        heard(id, CaseStatus::Received, m_march.addDays(1));
    }
    heard(id, CaseStatus::Received, m_march.addDays(3)); // the same again, under another date
    const ports::FollowedCase followed = of(zhang()).cases.front();
    QCOMPARE(statuses(followed), QList({CaseStatus::Queued, CaseStatus::Submitted, CaseStatus::Received}));
    QCOMPARE(followed.way.back().at, m_march.addDays(1));
}

void StoreLedgerTest::askedForAgainAndAgain()
{
    const QUuid id = submitted(zhang());
    heard(id, CaseStatus::Received, m_march);
    heard(id, CaseStatus::Supplementing, m_march.addDays(1));
    heard(id, CaseStatus::Received, m_march.addDays(2));
    heard(id, CaseStatus::Supplementing, m_march.addDays(3));
    QCOMPARE(statuses(of(zhang()).cases.front()),
             QList({CaseStatus::Queued, CaseStatus::Received, CaseStatus::Supplementing, CaseStatus::Received,
                    CaseStatus::Supplementing}));
}

void StoreLedgerTest::newsThatComesLateFindsItsPlace()
{
    const QUuid id = submitted(zhang());
    heard(id, CaseStatus::Accepted, m_march.addDays(2));
    heard(id, CaseStatus::Received, m_march);
    const ports::FollowedCase followed = of(zhang()).cases.front();
    QCOMPARE(statuses(followed), QList({CaseStatus::Queued, CaseStatus::Received, CaseStatus::Accepted}));
    QVERIFY(followed.status == CaseStatus::Accepted);
    QVERIFY(!m_store->cases().recordStatus(id, CaseStatus::NotAccepted, {}, m_march.addDays(4)));
    QCOMPARE(of(zhang()).cases.front().way.size(), size_t(3)); // what cannot be is not written down
}

void StoreLedgerTest::aCaseThatDoesNotOpenIsNotHidden()
{
    const QUuid id = submitted(zhang());
    m_world->clock.advance(std::chrono::hours(1));
    const QUuid whole = submitted(zhang());
    m_store.reset();
    {
        const auto database = offline::store::Database::open(m_world->databasePath());
        QVERIFY(ran(**database, "UPDATE cases SET content = x'00' WHERE id = ?", {textOf(id)}));
    }
    reopen();
    const ports::Followed followed = of(zhang());
    QCOMPARE(followed.cases.size(), size_t(2));
    QCOMPARE(followed.cases.at(0).id, whole);
    QCOMPARE(followed.cases.at(0).item.code, allowance().code);
    QVERIFY(followed.cases.at(1).item.code.isEmpty());
    QVERIFY(!followed.cases.at(1).localNumber.isEmpty());
}

void StoreLedgerTest::whatIsErasedIsNotTold()
{
    const QUuid id = submitted(zhang());
    heard(id, CaseStatus::Withdrawn, m_march);
    for (;;) {
        const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
        if (!*entry)
            break;
        QVERIFY(m_store->outbox().complete((*entry)->id, {}));
    }
    QVERIFY(m_store->eraseCase(id));
    QVERIFY(of(zhang()).cases.empty());
    heard(id, CaseStatus::Withdrawn, m_march.addDays(9)); // the city repeats it
    m_store.reset();
    const auto database = offline::store::Database::open(m_world->databasePath());
    const auto rows = (*database)->query(QStringLiteral("test"), QStringLiteral("SELECT 1 FROM case_history"));
    QVERIFY(rows && rows->empty());
}

void StoreLedgerTest::theNoticesAreInIt()
{
    const QUuid id = submitted(zhang());
    const ports::Notice notice{
        .id = QUuid::createUuid(),
        .caseId = id,
        .kind = ports::NoticeKind::Correction,
        .issuedAt = m_march,
        .due = QDate(2026, 4, 1),
        .title = QStringLiteral("请补正"),
        .items = {{.material = QStringLiteral("householdRegister"), .text = QStringLiteral("第三页看不清")}}};
    QVERIFY(m_store->notices().keep(notice));
    const auto notices = of(zhang()).cases.front().notices;
    QCOMPARE(notices.size(), size_t(1));
    QCOMPARE(notices.front().items.front().text, QStringLiteral("第三页看不清"));
}

void StoreLedgerTest::asOfIsTheCitysLastWord()
{
    QVERIFY(m_store->syncState().setValue(QLatin1String(offline::store::changesAsOfKey),
                                          offline::store::wireTime(m_march)));
    QCOMPARE(of(zhang()).asOf, m_march);
}

void StoreLedgerTest::theWayOfAnOlderStoreIsTakenFromTheAudit()
{
    QTemporaryDir directory;
    const auto database = offline::store::Database::open(directory.filePath(QStringLiteral("store.db")));
    QVERIFY(database);
    QVERIFY(offline::store::migrate(**database, 11));
    QVERIFY(ran(**database,
                "INSERT INTO cases (id, holder, local_number, submitted_at, status, content)"
                " VALUES ('a', x'', 'N-1', 1000, 'accepted', x''), ('b', x'', 'N-2', 1000, 'queued', x'')"));
    QVERIFY(ran(**database, "INSERT INTO audit (seq, at, actor, actor_id, action, subject, detail, hash) VALUES"
                            " (1, 1000, 'villager', '', 'case.submit', 'N-1', 'x', zeroblob(32)),"
                            " (2, 2000, 'city', '', 'case.status', 'N-1', 'submitted', zeroblob(32)),"
                            " (3, 3000, 'city', '', 'case.status', 'N-1', 'accepted', zeroblob(32)),"
                            " (4, 3000, 'city', '', 'case.status', 'N-9', 'accepted', zeroblob(32))"));
    QVERIFY(offline::store::migrate(**database));
    const auto rows = (*database)->query(
        QStringLiteral("test"), QStringLiteral("SELECT case_id, status, since FROM case_history ORDER BY seq"));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).at(0).toString(), QStringLiteral("a"));
    QCOMPARE(rows->at(0).at(2).toLongLong(), 2000);
    QCOMPARE(rows->at(1).at(1).toString(), QStringLiteral("accepted"));
}

QTEST_GUILESS_MAIN(StoreLedgerTest)
#include "store_ledger_test.moc"
