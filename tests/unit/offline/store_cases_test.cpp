// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts and cases: saved, found by their owner alone, submitted once.
#include "app/core/domain/case_draft.h"
#include "offline/store/case_records.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using domain::CaseStatus;

class StoreCasesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    domain::CaseDraft filled(const Villager &villager) { return *filledDraft(*m_store, villager, m_world->clock); }
    ports::Unfinished unfinishedOf(const Villager &villager) { return *m_store->cases().findUnfinished(villager.card); }
    bool hasFiles(const QUuid &owner) const
    {
        return QDir(m_world->stateDirectory() + QStringLiteral("/vault/") + owner.toString(QUuid::WithoutBraces))
            .exists();
    }
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*m_world->open());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        auto opened = m_world->open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        m_store = std::move(*opened);
    }
    void cleanup() { m_store.reset(); }

    void aDraftComesBackToItsOwnerOnly()
    {
        const auto draft = filled(zhang());
        const auto saved = m_store->cases().saveDraft(draft);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().where + saved.error().detail));
        reopen();
        QVERIFY(unfinishedOf(zhang()).draft && sameContent(*unfinishedOf(zhang()).draft, draft));
        QVERIFY(!unfinishedOf(zhang()).withoutReceipt);
        QVERIFY(!unfinishedOf(li()).draft);
        QCOMPARE(*m_store->vault().get(draft.id, draft.pages.first().front().blob), pageImage(1));
    }

    void savingAgainReplaces()
    {
        auto draft = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(draft));
        draft.answers.insert(QStringLiteral("living"), Secret(QStringLiteral("institution")));
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(sameContent(*unfinishedOf(zhang()).draft, draft));
        QCOMPARE(censusOf(m_world->databasePath())->drafts, 1);
    }

    void theNewestDraftIsOffered()
    {
        const auto older = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(older));
        m_world->clock.advance(std::chrono::minutes(1));
        const auto newer = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(newer));
        QCOMPARE(unfinishedOf(zhang()).draft->id, newer.id);
        QVERIFY(m_store->cases().discardDraft(newer.id));
        QCOMPARE(unfinishedOf(zhang()).draft->id, older.id);
    }

    void aDraftThatDoesNotOpenDoesNotKeepItsOwnerOut()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(draft));
        const auto database = offline::store::Database::open(m_world->databasePath());
        QCOMPARE(*(*database)->run(QStringLiteral("test"), QStringLiteral("UPDATE drafts SET content = x'0011'")), 1);
        QVERIFY(!unfinishedOf(zhang()).draft);
    }

    void aDiscardedDraftIsGoneWithItsPages()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(draft));
        QVERIFY(hasFiles(draft.id));
        QVERIFY(m_store->cases().discardDraft(draft.id));
        QVERIFY(!hasFiles(draft.id));
        QVERIFY(!unfinishedOf(zhang()).draft);
        QVERIFY(m_store->cases().discardDraft(draft.id)); // again is fine
    }

    void aSubmittedDraftIsACaseAndNoDraft()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(draft));
        const auto submitted = m_store->cases().submit(draft);
        QVERIFY(submitted);
        QVERIFY(sameContent(submitted->content, draft));
        QCOMPARE(submitted->status, CaseStatus::Queued);
        QCOMPARE(submitted->submittedAt, m_world->clock.nowUtc());
        QVERIFY(submitted->projectNumber.isEmpty());
        // create, two pages, signature, submit; the pages need the case, the submission needs all four
        QCOMPARE(*censusOf(m_world->databasePath()),
                 (Census{.drafts = 0, .cases = 1, .pages = 3, .messages = 5, .needs = 7}));
        reopen();
        const auto found = m_store->cases().findCase(draft.id);
        QVERIFY(found && sameContent(found->content, draft));
        QCOMPARE(found->localNumber, submitted->localNumber);
        QCOMPARE(found->submittedAt, submitted->submittedAt);
        QVERIFY(!unfinishedOf(zhang()).draft);
        QVERIFY(hasFiles(draft.id));
    }

    void submittingTwiceIsOneCase()
    {
        const auto draft = filled(zhang());
        const auto first = m_store->cases().submit(draft);
        m_world->clock.advance(std::chrono::hours(1));
        const auto second = m_store->cases().submit(draft);
        QVERIFY(first && second);
        QCOMPARE(second->localNumber, first->localNumber);
        QCOMPARE(second->submittedAt, first->submittedAt);
        QCOMPARE(censusOf(m_world->databasePath())->messages, 5);
    }

    void aCaseIsNotTurnedBackIntoADraft()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().submit(draft));
        QVERIFY(m_store->cases().saveDraft(draft)); // a save point that was still under way
        QVERIFY(!unfinishedOf(zhang()).draft);
        QVERIFY(m_store->cases().discardDraft(draft.id));
        QVERIFY(hasFiles(draft.id)); // its pages are the case's now
        QVERIFY(m_store->cases().findCase(draft.id));
    }

    // What people came for: counted by item, of nobody, and without reading a case.
    void casesAreCountedByItemSinceADay()
    {
        const auto submit = [this](const char *code) {
            auto draft = filled(zhang());
            draft.item.code = QString::fromLatin1(code);
            return m_store->cases().submit(draft).has_value();
        };
        const auto countsSince = [this](std::chrono::hours ago) {
            return *m_store->cases().countsSince(
                m_world->clock.nowUtc().addMSecs(-std::chrono::milliseconds(ago).count()));
        };
        QVERIFY(countsSince(std::chrono::hours(24)).isEmpty());
        QVERIFY(submit("old"));
        m_world->clock.advance(std::chrono::hours(24 * 31));
        QVERIFY(submit("often") && submit("often") && submit("once"));
        QVERIFY(m_store->cases().saveDraft(filled(zhang()))); // not handed in
        using Counts = QHash<QString, int>;
        QCOMPARE(countsSince(std::chrono::hours(24 * 30)),
                 (Counts{{QStringLiteral("often"), 2}, {QStringLiteral("once"), 1}}));
        QCOMPARE(countsSince(std::chrono::hours(24 * 31)).value(QStringLiteral("old")), 1);
        const auto database = offline::store::Database::open(m_world->databasePath());
        const auto plan = (*database)->query(
            QStringLiteral("test"), QStringLiteral("EXPLAIN QUERY PLAN ") + offline::store::caseCounts(), {qint64(1)});
        QVERIFY(plan && !plan->empty());
        QVERIFY2(plan->front().at(3).toString().contains(QStringLiteral("COVERING INDEX cases_by_time")),
                 qPrintable(plan->front().at(3).toString()));
    }

    void localNumbersCountPerDayAndAreNeverReused()
    {
        const auto number = [this] { return m_store->cases().submit(filled(zhang()))->localNumber; };
        const auto day = [this] {
            return m_world->clock.nowUtc().toLocalTime().date().toString(QStringLiteral("yyyyMMdd"));
        };
        const QString first = QStringLiteral("330106002000-%1-K01-000").arg(day());
        QCOMPARE(number(), first + QLatin1Char('1'));
        QCOMPARE(number(), first + QLatin1Char('2'));
        m_world->clock.advance(std::chrono::hours(24));
        QCOMPARE(number(), QStringLiteral("330106002000-%1-K01-0001").arg(day()));
        m_world->clock.advance(-std::chrono::hours(24)); // the clock is put back: the day goes on counting
        reopen();
        QCOMPARE(number(), first + QLatin1Char('3'));
    }

    void noReceiptForAPageThatIsNotWhatItWas_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("not there") << "erase" << ErrorKind::NotFound;
        QTest::newRow("other digest") << "digest" << ErrorKind::StoreCorrupt;
        QTest::newRow("other length") << "length" << ErrorKind::StoreCorrupt;
        QTest::newRow("material unknown to the item") << "material" << ErrorKind::Misconfigured;
    }
    void noReceiptForAPageThatIsNotWhatItWas()
    {
        QFETCH(QString, damage);
        QFETCH(ErrorKind, kind);
        auto draft = filled(zhang());
        QVERIFY(m_store->cases().saveDraft(draft));
        auto &page = draft.pages.first().front();
        if (damage == QLatin1String("erase"))
            page.blob = QUuid::createUuid();
        else if (damage == QLatin1String("digest"))
            page.sm3[0] = static_cast<char>(page.sm3[0] ^ 1);
        else if (damage == QLatin1String("length"))
            page.bytes += 1;
        else
            draft.pages.insert(QStringLiteral("somethingElse"), {page});
        QVERIFY(failedWith(m_store->cases().submit(draft), kind));
        QCOMPARE(*censusOf(m_world->databasePath()), (Census{.drafts = 1}));
    }

    void pagesScannedAgainAreNotKept()
    {
        const auto draft = filled(zhang());
        const auto again = m_store->vault().put(draft.id, "the first attempt, blurred");
        QVERIFY(m_store->cases().submit(draft));
        QVERIFY(failedWith(m_store->vault().get(draft.id, again->blob), ErrorKind::NotFound));
        QVERIFY(m_store->vault().get(draft.id, draft.signature->blob));
    }

    void aReceiptNotYetOnPaperIsOfferedToItsOwner()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().submit(draft));
        QCOMPARE(unfinishedOf(zhang()).withoutReceipt->content.id, draft.id);
        QVERIFY(!unfinishedOf(li()).withoutReceipt);
        auto &journal = m_store->printJournal();
        const auto lost = journal.reserve(draft.id);
        QVERIFY(journal.record(lost->id, ports::PrintState::Printing));
        QVERIFY(journal.record(lost->id, ports::PrintState::Unknown));
        QVERIFY(unfinishedOf(zhang()).withoutReceipt); // nobody knows
        QVERIFY(journal.record(lost->id, ports::PrintState::Denied));
        QVERIFY(unfinishedOf(zhang()).withoutReceipt);
        const auto good = journal.reserve(draft.id);
        QVERIFY(journal.record(good->id, ports::PrintState::Printing));
        QVERIFY(journal.record(good->id, ports::PrintState::Done));
        QVERIFY(!unfinishedOf(zhang()).withoutReceipt);
    }

    void statusesFollowTheCaseMachine()
    {
        auto &cases = m_store->cases();
        const auto draft = filled(zhang());
        const QDateTime now = m_world->clock.nowUtc();
        QVERIFY(failedWith(cases.recordStatus(draft.id, CaseStatus::Submitted, {}, now), ErrorKind::NotFound));
        QVERIFY(cases.submit(draft));
        QVERIFY(cases.recordStatus(draft.id, CaseStatus::Submitted, {}, now));
        QCOMPARE(cases.findCase(draft.id)->status, CaseStatus::Submitted);
        QVERIFY(cases.recordStatus(draft.id, CaseStatus::Accepted, QStringLiteral("SL-1"), now));
        QVERIFY(cases.recordStatus(draft.id, CaseStatus::Submitted, {}, now)); // late news
        QCOMPARE(cases.findCase(draft.id)->status, CaseStatus::Accepted);
        QCOMPARE(cases.findCase(draft.id)->projectNumber, QStringLiteral("SL-1"));
        QVERIFY(
            failedWith(cases.recordStatus(draft.id, CaseStatus::NotAccepted, {}, now), ErrorKind::PlatformBadAnswer));
        QCOMPARE(cases.findCase(draft.id)->status, CaseStatus::Accepted);
    }

    void aCaseThatWasTamperedWithIsNotShown()
    {
        const auto draft = filled(zhang());
        QVERIFY(m_store->cases().submit(draft));
        const auto database = offline::store::Database::open(m_world->databasePath());
        QVERIFY((*database)->run(QStringLiteral("test"),
                                 QStringLiteral("UPDATE cases SET content = CAST("
                                                "substr(content, 1, length(content) - 1) || x'00' AS BLOB)")));
        QVERIFY(failedWith(m_store->cases().findCase(draft.id), ErrorKind::SealBroken));
    }
};

QTEST_GUILESS_MAIN(StoreCasesTest)
#include "store_cases_test.moc"
