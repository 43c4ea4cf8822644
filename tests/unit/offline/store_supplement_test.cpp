// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: what somebody brings for a letter of the office is a draft of its own, then durable with its messages in one
// stroke, belongs to the case, and is erased with it.
#include "tests/unit/offline/supplement_rig.h"

#include "app/core/domain/case_machine.h"
#include "app/core/domain/supplement.h"
#include "offline/crypto/sm3.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using ports::GivenSupplement;
using ports::OutboxKind;

class StoreSupplementTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    domain::SubmittedCase m_case;
    QUuid m_letter;
    const QUuid m_draftId = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000077"));

    void open() { m_store = std::move(*m_world->open()); }
    void reopen()
    {
        m_store.reset();
        open();
    }
    [[nodiscard]] Result<domain::CaseDraft> begin(const QUuid &id)
    {
        return m_store->cases().beginSupplement(zhang().card, m_case.content.id, m_letter, id);
    }
    [[nodiscard]] domain::CaseDraft complete() { return *answered(*m_store, *begin(m_draftId)); }
    [[nodiscard]] domain::SubmittedCase give() { return m_store->cases().submitAll(complete())->front(); }
    [[nodiscard]] std::vector<GivenSupplement> known()
    {
        return m_store->ledger().ofHolder(zhang().card)->cases.front().supplements;
    }
    [[nodiscard]] int filesOf(const QUuid &owner) const
    {
        const QDir folder(m_world->stateDirectory() + QStringLiteral("/vault/") + owner.toString(QUuid::WithoutBraces));
        return static_cast<int>(folder.entryList(QDir::Files).size());
    }
    // What the city is still to be told of the case's creation is done with.
    void deliver(int messages)
    {
        for (int i = 0; i < messages; ++i) {
            const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
            QVERIFY(entry && *entry);
            QVERIFY(m_store->outbox().complete((*entry)->id, {{QStringLiteral("caseId"), QStringLiteral("P1")}}));
        }
    }
    [[nodiscard]] QStringList disagreements()
    {
        offline::store::Agreement agreement;
        auto check = m_store->agreementCheck(m_world->disk);
        if (!check.checkCase(m_case.content.id, agreement) || !check.checkWhole(agreement))
            agreement.findings << QStringLiteral("the look failed");
        return agreement.findings;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        open();
        m_case = *m_store->cases().submit(*filledDraft(*m_store, zhang(), m_world->clock));
        m_letter = QUuid::createUuid();
        QVERIFY(m_store->notices().keep(letterTo(m_case.content.id, m_letter)));
        deliver(5);
    }
    void cleanup() { m_store.reset(); }

    void theDraftAsksForWhatTheLetterWants()
    {
        const auto draft = begin(m_draftId);
        QVERIFY(draft.has_value());
        QCOMPARE(draft->id, m_draftId);
        QCOMPARE(draft->item.code, m_case.content.item.code);
        QCOMPARE(draft->item.fields.size(), size_t{1});
        QCOMPARE(draft->item.pages.size(), size_t{1});
        QCOMPARE(draft->item.pages.front().prompt, QStringLiteral("手机号打不通，请更正"));
        QCOMPARE(draft->item.materials.size(), size_t{2});
        QCOMPARE(draft->item.materials.front().key, QStringLiteral("householdRegister"));
        QCOMPARE(draft->item.materials.back().key, QStringLiteral("demand-3"));
        QCOMPARE(domain::officeWords(*draft, QStringLiteral("householdRegister")), letterTo({}).items.front().text);
        QVERIFY(draft->answers.isEmpty()); // asked anew: the old one was wrong
        QCOMPARE(draft->supplement->due, QDate(2099, 1, 1));
        QCOMPARE(draft->supplement->caseNumber, m_case.localNumber);
    }

    void whoseCaseItIsNot()
    {
        QVERIFY(failedWith(m_store->cases().beginSupplement(li().card, m_case.content.id, m_letter, m_draftId),
                           ErrorKind::NotFound));
        m_letter = QUuid::createUuid();
        QVERIFY(failedWith(begin(m_draftId), ErrorKind::NotFound));
    }

    // Told of until it is opened or answered, while the case wants something or the office has said no.
    void anUnreadLetterIsToldOf()
    {
        const auto told = [this] { return m_store->cases().findUnfinished(zhang().card)->letter; };
        QVERIFY(!told()); // the case goes on by itself, as far as the city has said
        for (const auto status :
             {domain::CaseStatus::Submitted, domain::CaseStatus::Received, domain::CaseStatus::Supplementing})
            QVERIFY(m_store->cases().recordStatus(m_case.content.id, status, {}, m_world->clock.nowUtc()));
        QVERIFY(told());
        QCOMPARE(told()->notice, m_letter);
        QCOMPARE(told()->caseId, m_case.content.id);
        QCOMPARE(told()->itemName, m_case.content.item.name);
        QVERIFY(!m_store->cases().findUnfinished(li().card)->letter);
        QVERIFY(!m_store->ledger().ofHolder(zhang().card)->cases.front().notices.front().isRead);
        QVERIFY(m_store->ledger().letterRead(m_letter, m_world->clock.nowUtc()));
        QVERIFY(m_store->ledger().letterRead(m_letter, m_world->clock.nowUtc()));
        QVERIFY(failedWith(m_store->ledger().letterRead(QUuid::createUuid(), m_world->clock.nowUtc()),
                           ErrorKind::NotFound));
        reopen();
        QVERIFY(!told());
        QVERIFY(m_store->ledger().ofHolder(zhang().card)->cases.front().notices.front().isRead);

        ports::Notice second = letterTo(m_case.content.id);
        second.issuedAt = second.issuedAt.addDays(1);
        QVERIFY(m_store->notices().keep(second));
        QCOMPARE(told()->notice, second.id);
        m_letter = second.id;
        (void)give();
        QVERIFY(!told()); // answered
    }

    // Interrupted at the second thing, resumed with the card, another day: by the letter and where any errand begins.
    void aDraftIsFoundAgain()
    {
        domain::CaseDraft draft = *begin(m_draftId);
        draft.pages[QStringLiteral("householdRegister")] = {*sealedPage(m_store->vault(), draft.id, pageImage(7))};
        QVERIFY(m_store->cases().saveDraft(draft));
        reopen();
        const auto again = begin(QUuid::createUuid());
        QVERIFY(again.has_value());
        QCOMPARE(again->id, m_draftId);
        QCOMPARE(*again->supplement, *draft.supplement);
        QCOMPARE(again->item.materials.size(), size_t{2});
        QCOMPARE(domain::nextToBring(*again)->key, QStringLiteral("demand-3"));
        const auto unfinished = m_store->cases().findUnfinished(zhang().card);
        QVERIFY(unfinished && unfinished->draft && unfinished->draft->supplement);
    }

    void givenItIsDurableWithItsMessages()
    {
        const domain::CaseDraft draft = complete();
        QVERIFY(m_store->cases().saveDraft(draft));
        const auto given = m_store->cases().submitAll(draft);
        QVERIFY2(given.has_value(), given ? "" : qPrintable(given.error().where + given.error().detail));
        QCOMPARE(given->size(), size_t{1});
        QCOMPARE(given->front().localNumber, m_case.localNumber + QStringLiteral("-B1"));
        reopen();
        QCOMPARE(censusOf(m_world->databasePath())->drafts, 0);
        QCOMPARE(filesOf(draft.id), 0);
        QCOMPARE(filesOf(m_case.content.id), 3 + 3);
        QCOMPARE(disagreements(), QStringList());
        QCOMPARE(known().size(), size_t{1});
        QCOMPARE(known().front().letter, m_letter);
        QCOMPARE(known().front().state, GivenSupplement::State::Kept);
        for (const auto &pages : given->front().content.pages) {
            const auto image = m_store->vault().get(m_case.content.id, pages.front().blob);
            QVERIFY(image.has_value());
            QCOMPARE(offline::crypto::sm3(*image), pages.front().sm3);
        }
        QVERIFY(m_store->cases().findCase(m_case.content.id).has_value());
    }

    void pagesGoFirstThenWhatNamesThem()
    {
        const auto given = give();
        QList<OutboxKind> kinds;
        QJsonObject named;
        for (int i = 0; i < 4; ++i) {
            const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
            QVERIFY(entry && *entry);
            kinds << (*entry)->kind;
            QCOMPARE((*entry)->caseId, m_case.content.id);
            if ((*entry)->kind == OutboxKind::UploadSupplement)
                QCOMPARE((*entry)->payload.value(QStringLiteral("supplement")).toString(),
                         m_draftId.toString(QUuid::WithoutBraces));
            else
                named = (*entry)->payload;
            QCOMPARE(known().front().state, GivenSupplement::State::Kept);
            QVERIFY(m_store->outbox().complete((*entry)->id, {}));
        }
        QCOMPARE(kinds, (QList<OutboxKind>{OutboxKind::UploadSupplement, OutboxKind::UploadSupplement,
                                           OutboxKind::UploadSupplement, OutboxKind::SendSupplement}));
        QCOMPARE(named.value(QStringLiteral("notice")).toString(), m_letter.toString(QUuid::WithoutBraces));
        QCOMPARE(named.value(QStringLiteral("number")).toString(), given.localNumber);
        QCOMPARE(named.value(QStringLiteral("answers")).toObject().value(QStringLiteral("phone")).toString(),
                 QStringLiteral("13800138000"));
        QCOMPARE(named.value(QStringLiteral("materials")).toArray().size(), 2);
        QVERIFY(named.value(QStringLiteral("signature")).isObject()); // an answer was corrected
        QCOMPARE(known().front().state, GivenSupplement::State::Sent);
    }

    void whatTheCityRefusesIsSaid_data()
    {
        QTest::addColumn<int>("delivered"); // before the one that is refused
        QTest::newRow("a page") << 0;
        QTest::newRow("the supplement") << 3;
    }
    void whatTheCityRefusesIsSaid()
    {
        QFETCH(int, delivered);
        (void)give();
        deliver(delivered);
        const auto entry = m_store->outbox().claim(m_world->clock.nowUtc());
        QVERIFY(entry && *entry);
        QVERIFY(m_store->outbox().park((*entry)->id, Error{ErrorKind::PlatformRefused, QStringLiteral("city"), {}}));
        QCOMPARE(known().front().state, GivenSupplement::State::Refused);
    }

    void theSameAgainIsTheSame()
    {
        const domain::CaseDraft draft = complete();
        const auto once = m_store->cases().submitAll(draft);
        const auto again = m_store->cases().submitAll(draft);
        QVERIFY(once && again);
        QCOMPARE(again->front().localNumber, once->front().localNumber);
        QCOMPARE(known().size(), size_t{1});
        QCOMPARE(filesOf(m_case.content.id), 6);
    }

    void aLetterIsAnsweredOnce()
    {
        (void)give();
        QVERIFY(failedWith(begin(QUuid::createUuid()), ErrorKind::InputInvalid));
        const QUuid second = QUuid::createUuid();
        QVERIFY(m_store->notices().keep(letterTo(m_case.content.id, second)));
        m_letter = second;
        const auto draft = answered(*m_store, *begin(QUuid::createUuid()));
        const auto given = m_store->cases().submitAll(*draft);
        QVERIFY(given.has_value());
        QVERIFY(given->front().localNumber.endsWith(QStringLiteral("-B2")));
        QCOMPARE(disagreements(), QStringList());
    }

    // Nothing is written, nothing of the copies stays, and the draft does.
    void aPageThatIsGone()
    {
        domain::CaseDraft draft = complete();
        QVERIFY(m_store->cases().saveDraft(draft));
        domain::CaseDraft broken = draft;
        broken.pages[QStringLiteral("demand-3")].front().blob = QUuid::createUuid();
        QVERIFY(failedWith(m_store->cases().submitAll(broken), ErrorKind::NotFound));
        QVERIFY(known().empty());
        QCOMPARE(filesOf(m_case.content.id), 3);
        QCOMPARE(disagreements(), QStringList());
        QVERIFY(m_store->cases().submitAll(draft).has_value());
    }

    // A start tidies the newest cases; what belongs to their supplements stays.
    void aStartKeepsItsPages()
    {
        (void)give();
        reopen();
        reopen();
        QCOMPARE(filesOf(m_case.content.id), 6);
        QCOMPARE(disagreements(), QStringList());
    }

    void itIsErasedWithItsCase()
    {
        (void)give();
        deliver(4);
        QVERIFY(m_store->eraseCase(m_case.content.id));
        QCOMPARE(filesOf(m_case.content.id), 0);
        QVERIFY(m_store->ledger().ofHolder(zhang().card)->cases.empty());
        const auto database = offline::store::Database::open(m_world->databasePath());
        const auto rows = (*database)->query(QStringLiteral("test"), QStringLiteral("SELECT 1 FROM supplements"));
        QVERIFY(rows && rows->empty());
    }

    void whileItIsOnItsWayTheCaseStays()
    {
        (void)give();
        QVERIFY(failedWith(m_store->eraseCase(m_case.content.id), ErrorKind::Misconfigured));
    }
};

QTEST_GUILESS_MAIN(StoreSupplementTest)
#include "store_supplement_test.moc"
