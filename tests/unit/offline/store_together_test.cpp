// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: one draft becomes a case for each item, in one stroke; each owns its pages, and can be erased by itself.
#include "tests/unit/offline/theme_draft.h"

#include "app/core/domain/theme_cases.h"
#include "offline/crypto/sm3.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::OutboxKind;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class StoreTogetherTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    domain::CaseDraft m_draft;

    [[nodiscard]] int ownersInVault() const
    {
        return static_cast<int>(QDir(m_world->stateDirectory() + text("/vault"))
                                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                                    .size());
    }
    [[nodiscard]] int filesOf(const QUuid &owner) const
    {
        const QDir folder(m_world->stateDirectory() + text("/vault/") + owner.toString(QUuid::WithoutBraces));
        return static_cast<int>(folder.entryList(QDir::Files).size());
    }
    [[nodiscard]] Census census() const { return *censusOf(m_world->databasePath()); }
    void verifyPages(const domain::CaseDraft &content)
    {
        for (const auto &pages : content.pages) {
            for (const domain::SealedPage &page : pages) {
                const auto kept = m_store->vault().get(content.id, page.blob);
                QVERIFY2(kept.has_value(), kept ? "" : qPrintable(kept.error().where));
                QCOMPARE(offline::crypto::sm3(*kept), page.sm3);
            }
        }
        QVERIFY(m_store->vault().get(content.id, content.signature->blob).has_value());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
        m_draft = themeDraft(*m_store, m_world->clock);
    }
    void cleanup() { m_store.reset(); }

    void oneDraftTwoCases()
    {
        QVERIFY(m_store->cases().saveDraft(m_draft));
        const auto cases = m_store->cases().submitAll(m_draft);
        QVERIFY2(cases.has_value(), cases ? "" : qPrintable(cases.error().where + cases.error().detail));
        QCOMPARE(cases->size(), size_t{2});
        QVERIFY(cases->at(0).localNumber != cases->at(1).localNumber);
        const Census held = census();
        QCOMPARE(held.drafts, 0);
        QCOMPARE(held.cases, 2);
        QCOMPARE(held.pages, 3 + 1 + 2 + 1);
        QCOMPARE(held.messages, (2 + 4) + (2 + 3)); // create, submit, and a file each
        for (const domain::SubmittedCase &one : *cases) {
            const auto stored = m_store->cases().findCase(one.content.id);
            QVERIFY(stored.has_value());
            QVERIFY(sameContent(stored->content, one.content));
            QCOMPARE(stored->content.theme, text("canji-liangxiang"));
            verifyPages(stored->content);
        }
        // No case keeps what is only another's.
        QCOMPARE(filesOf(cases->at(0).content.id), 4);
        QCOMPARE(filesOf(cases->at(1).content.id), 3);
    }

    void theSameDraftAgainIsTheSameCases()
    {
        const auto once = m_store->cases().submitAll(m_draft);
        const auto again = m_store->cases().submitAll(m_draft);
        QVERIFY(once && again);
        for (size_t i = 0; i < once->size(); ++i)
            QCOMPARE(again->at(i).localNumber, once->at(i).localNumber);
        QCOMPARE(census().cases, 2);
        QCOMPARE(ownersInVault(), 2);
    }

    void anItemByItselfIsOneCase()
    {
        const auto draft = filledDraft(*m_store, zhang(), m_world->clock);
        const auto cases = m_store->cases().submitAll(*draft);
        QVERIFY(cases && cases->size() == 1);
        QCOMPARE(cases->front().content.id, draft->id);
        QVERIFY(failedWith(m_store->cases().submit(m_draft), ErrorKind::Misconfigured)); // and several are not one
    }

    void erasingOneLeavesTheOther()
    {
        const auto cases = m_store->cases().submitAll(m_draft);
        QVERIFY(cases && m_store->vault().erase(cases->at(0).content.id)); // its key: all that is sealed with it
        QVERIFY(!m_store->cases().findCase(cases->at(0).content.id));
        QVERIFY(m_store->cases().findCase(cases->at(1).content.id).has_value());
        verifyPages(cases->at(1).content);
    }

    // A page that is not there any more: nothing is written, nothing of the copies stays, and the draft does.
    void allOrNone()
    {
        QVERIFY(m_store->cases().saveDraft(m_draft));
        domain::CaseDraft broken = m_draft;
        broken.pages[text("disability")].back().blob = QUuid::createUuid();
        QVERIFY(failedWith(m_store->cases().submitAll(broken), ErrorKind::NotFound));
        QCOMPARE(census().cases, 0);
        QCOMPARE(census().messages, 0);
        QCOMPARE(census().drafts, 1);
        QCOMPARE(ownersInVault(), 1);
        const auto cases = m_store->cases().submitAll(m_draft);
        QVERIFY(cases && cases->size() == 2);
    }

    void theDraftKeepsItsThemeOverARestart()
    {
        QVERIFY(m_store->cases().saveDraft(m_draft));
        m_store.reset();
        m_store = std::move(*m_world->open());
        const auto unfinished = m_store->cases().findUnfinished(m_draft.applicant);
        QVERIFY(unfinished && unfinished->draft);
        QCOMPARE(unfinished->draft->item.version, m_draft.item.version);
        QCOMPARE(unfinished->draft->item.parts.size(), size_t{2});
        const auto cases = m_store->cases().submitAll(*unfinished->draft);
        QVERIFY(cases && cases->size() == 2);
    }

    // Each has a receipt of its own: the card brings them back one after the other.
    void eachReceiptIsFoundByItself()
    {
        const auto cases = m_store->cases().submitAll(m_draft);
        QVERIFY(cases.has_value());
        QSet<QUuid> offered;
        for (int i = 0; i < 2; ++i) {
            const auto unfinished = m_store->cases().findUnfinished(m_draft.applicant);
            QVERIFY(unfinished && unfinished->withoutReceipt);
            const QUuid id = unfinished->withoutReceipt->content.id;
            offered.insert(id);
            const auto job = m_store->printJournal().reserve(id);
            QVERIFY(job && m_store->printJournal().record(job->id, ports::PrintState::Printing));
            QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Done));
        }
        QCOMPARE(offered.size(), 2);
        QVERIFY(!m_store->cases().findUnfinished(m_draft.applicant)->withoutReceipt);
    }
};

QTEST_GUILESS_MAIN(StoreTogetherTest)
#include "store_together_test.moc"
