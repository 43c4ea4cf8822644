// SPDX-License-Identifier: GPL-3.0-or-later
// The print journal's moves, all of them; what sync remembers.
#include "tests/unit/offline/store_world.h"

#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::PrintState;

class StoreJournalTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    QUuid m_case;

    void reopen()
    {
        m_store.reset();
        m_store = std::move(*m_world->open());
    }
    ports::PrintJournal &journal() { return m_store->printJournal(); }
    // A job brought into a state by legal moves.
    QUuid jobIn(PrintState state)
    {
        static const QMap<PrintState, QList<PrintState>> ways{
            {PrintState::Reserved, {}},
            {PrintState::Printing, {PrintState::Printing}},
            {PrintState::Done, {PrintState::Printing, PrintState::Done}},
            {PrintState::Failed, {PrintState::Failed}},
            {PrintState::Unknown, {PrintState::Printing, PrintState::Unknown}},
            {PrintState::Confirmed, {PrintState::Printing, PrintState::Unknown, PrintState::Confirmed}},
            {PrintState::Denied, {PrintState::Printing, PrintState::Unknown, PrintState::Denied}}};
        const QUuid job = journal().reserve(m_case)->id;
        for (const PrintState step : ways.value(state)) {
            if (!journal().record(job, step))
                return {};
        }
        return journal().newest(m_case)->state == state ? job : QUuid();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
    }
    void init() { m_case = m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock))->content.id; }

    void everyStateAndMove_data()
    {
        QTest::addColumn<PrintState>("from");
        QTest::addColumn<PrintState>("to");
        QTest::addColumn<bool>("legal");
        const QList<QPair<PrintState, PrintState>> legal{
            {PrintState::Reserved, PrintState::Printing}, {PrintState::Reserved, PrintState::Failed},
            {PrintState::Printing, PrintState::Done},     {PrintState::Printing, PrintState::Failed},
            {PrintState::Printing, PrintState::Unknown},  {PrintState::Unknown, PrintState::Confirmed},
            {PrintState::Unknown, PrintState::Denied}};
        for (int from = 0; from <= static_cast<int>(PrintState::Denied); ++from) {
            for (int to = 0; to <= static_cast<int>(PrintState::Denied); ++to) {
                const QPair<PrintState, PrintState> move{static_cast<PrintState>(from), static_cast<PrintState>(to)};
                QTest::addRow("%d to %d", from, to) << move.first << move.second << legal.contains(move);
            }
        }
    }
    void everyStateAndMove()
    {
        QFETCH(PrintState, from);
        QFETCH(PrintState, to);
        QFETCH(bool, legal);
        const QUuid job = jobIn(from);
        QVERIFY(!job.isNull());
        const auto moved = journal().record(job, to, QStringLiteral("why"));
        QCOMPARE(moved.has_value(), legal);
        QVERIFY(legal || failedWith(moved, ErrorKind::NotFound));
        QCOMPARE(journal().newest(m_case)->state, legal ? to : from);
        QCOMPARE(journal().newest(m_case)->job, job);
    }

    void aCopyIsAReprintOnceOneMayBeOnPaper_data()
    {
        QTest::addColumn<PrintState>("earlier");
        QTest::addColumn<bool>("reprint");
        QTest::newRow("never began") << PrintState::Reserved << false;
        QTest::newRow("failed before the first byte") << PrintState::Failed << false;
        QTest::newRow("a person saw none") << PrintState::Denied << false;
        QTest::newRow("is being printed") << PrintState::Printing << true;
        QTest::newRow("nobody knows") << PrintState::Unknown << true;
        QTest::newRow("a person saw it") << PrintState::Confirmed << true;
        QTest::newRow("the printer confirmed") << PrintState::Done << true;
    }
    void aCopyIsAReprintOnceOneMayBeOnPaper()
    {
        QFETCH(PrintState, earlier);
        QFETCH(bool, reprint);
        QVERIFY(!jobIn(earlier).isNull());
        QCOMPARE(journal().reserve(m_case)->isReprint, reprint);
    }

    void aCrashWhilePrintingReadsAsUnknown()
    {
        const QUuid job = jobIn(PrintState::Printing);
        reopen();
        QCOMPARE(journal().newest(m_case)->state, PrintState::Unknown);
        QCOMPARE(journal().newest(m_case)->job, job);
        QVERIFY(journal().record(job, PrintState::Confirmed));
    }

    void aCrashBeforeTheFirstByteLeavesNoDoubt()
    {
        QVERIFY(!jobIn(PrintState::Reserved).isNull());
        reopen();
        QCOMPARE(journal().newest(m_case)->state, PrintState::Reserved);
        QVERIFY(!journal().reserve(m_case)->isReprint);
    }

    void noCaseNoPaper()
    {
        QVERIFY(failedWith(journal().newest(m_case), ErrorKind::NotFound));
        QVERIFY(failedWith(journal().reserve(QUuid::createUuid()), ErrorKind::NotFound));
        QVERIFY(failedWith(journal().record(QUuid::createUuid(), PrintState::Printing), ErrorKind::NotFound));
    }

    // 副本: a job of its own, behind one that is out; what it was stays on record when it is done.
    void aSpareCopyStaysMarked()
    {
        QVERIFY(!jobIn(PrintState::Done).isNull());
        const auto spare = journal().reserve(m_case);
        QVERIFY(spare && spare->isReprint);
        QVERIFY(journal().record(spare->id, PrintState::Printing, QStringLiteral("spare copy")));
        QVERIFY(journal().record(spare->id, PrintState::Done));
        m_store.reset();
        const auto database = offline::store::Database::open(m_world->databasePath());
        const auto rows = (*database)->query(
            QStringLiteral("test"), QStringLiteral("SELECT state, detail FROM print_jobs ORDER BY seq DESC LIMIT 1"));
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(rows->front().at(0).toString(), QStringLiteral("done"));
        QCOMPARE(rows->front().at(1).toString(), QStringLiteral("spare copy"));
        reopen();
    }

    // Paper that is nobody's: the same moves, on record by its name, and no case's receipt.
    void aSheetHasItsJournalToo()
    {
        const auto sheet = journal().reserveSheet(QStringLiteral("notice gaoling-jintie 2026.1"));
        QVERIFY(sheet && !sheet->isReprint);
        QVERIFY(failedWith(journal().record(sheet->id, PrintState::Done), ErrorKind::NotFound));
        QVERIFY(journal().record(sheet->id, PrintState::Printing));
        QVERIFY(journal().record(sheet->id, PrintState::Unknown));
        QVERIFY(journal().record(sheet->id, PrintState::Confirmed));
        QVERIFY(failedWith(journal().newest(m_case), ErrorKind::NotFound));
        const auto records = m_store->audit().records(m_store->audit().head()->seq, 1);
        QVERIFY(records && records->size() == 1);
        QCOMPARE(records->front().event.subject, QStringLiteral("notice gaoling-jintie 2026.1"));
        QCOMPARE(records->front().event.action, QStringLiteral("print.confirmed"));
        QVERIFY(!journal().reserveSheet(QStringLiteral("notice gaoling-jintie 2026.1"))->isReprint);
        QVERIFY(failedWith(journal().reserveSheet({}), ErrorKind::InputInvalid));
    }

    void aSheetThatAPowerCutInterruptedIsUnknown()
    {
        const auto sheet = journal().reserveSheet(QStringLiteral("notice"));
        QVERIFY(journal().record(sheet->id, PrintState::Printing));
        reopen();
        QVERIFY(failedWith(journal().record(sheet->id, PrintState::Done), ErrorKind::NotFound));
        QVERIFY(journal().record(sheet->id, PrintState::Denied));
    }

    void syncRemembersBetweenRuns()
    {
        auto &memory = m_store->syncState();
        QCOMPARE(*memory.value(QStringLiteral("cursor")), QString());
        QVERIFY(memory.setValue(QStringLiteral("cursor"), QStringLiteral("c-1")));
        QVERIFY(memory.setValue(QStringLiteral("cursor"), QStringLiteral("c-2")));
        QVERIFY(memory.setValue(QStringLiteral("other"), QString()));
        reopen();
        QCOMPARE(*m_store->syncState().value(QStringLiteral("cursor")), QStringLiteral("c-2"));
        QCOMPARE(*m_store->syncState().value(QStringLiteral("other")), QString());
    }
};

QTEST_GUILESS_MAIN(StoreJournalTest)
#include "store_journal_test.moc"
