// SPDX-License-Identifier: GPL-3.0-or-later
// Several people in one case: each lays down the own card before anything is asked about them, and signs what is
// theirs.
#include "app/core/domain/case_parties.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

const QString spouseKey = QStringLiteral("spouse");
const QString childKey = QStringLiteral("child");

// 高龄津贴 that asks for the spouse, who signs, and the child, who need not; the form asks for the spouse's name.
domain::ServiceItem sharedItem()
{
    domain::ServiceItem item = allowanceItem();
    item.parties = {
        {.key = spouseKey,
         .label = QStringLiteral("爱人"),
         .when = {},
         .presence = {domain::Presence::Phone, domain::Presence::Card},
         .consent = QStringLiteral("我同意我爱人申请这笔津贴。")},
        {.key = childKey, .label = QStringLiteral("孩子"), .when = {}, .presence = {domain::Presence::Card}}};
    domain::FormField name;
    name.key = QStringLiteral("spouseName");
    name.label = QStringLiteral("爱人姓名");
    name.type = domain::FieldType::ChineseName;
    name.prefill = QStringLiteral("party.spouse.name");
    item.fields.push_back(name);
    item.pages.push_back({.title = QStringLiteral("爱人叫什么？"), .prompt = {}, .fields = {name.key}});
    return item;
}

domain::IdCard spouseCard()
{
    return youngCard();
}

domain::IdCard childCard()
{
    domain::IdCard card = youngCard();
    card.idNumber = Secret(QStringLiteral("11010519491231002X"));
    return card;
}

Walk toSpouse()
{
    Walk walk;
    walk.then(Touched{}).then(ItemChosen{sharedItem()}).then(Forward{});
    walk.then(cardRead(oldCard())).then(UnfinishedFound{});
    return walk;
}

Walk toSignature()
{
    ServiceState state = toSpouse().then(cardRead(spouseCard())).then(cardRead(childCard())).state();
    const domain::CaseDraft full = fullDraft();
    for (const char *key : {"phone", "living", "payout"})
        state.draft->answers.insert(QLatin1String(key), full.answers.value(QLatin1String(key)));
    state.draft->pages = full.pages;
    state.step = Step::Materials;
    Walk walk(state);
    walk.then(Forward{});
    return walk;
}

} // namespace

class FlowPartyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLaysDownTheirOwnCard()
    {
        Walk walk = toSpouse();
        QCOMPARE(walk.step(), Step::Party);
        QCOMPARE(walk.state().party, spouseKey);
        QVERIFY(walk.asked<ReadCard>() && walk.state().busy);
        QVERIFY(wordsFor(walk.state()).title.contains(QStringLiteral("爱人")));
        walk.then(cardRead(spouseCard()));
        QCOMPARE(walk.state().party, childKey);
        QVERIFY(walk.asked<ReadCard>() && walk.asked<SaveDraft>());
        walk.then(cardRead(childCard()));
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(walk.state().party.isEmpty());
        QCOMPARE(walk.state().draft->parties.keys(), (QStringList{childKey, spouseKey}));
    }

    void whatTheirCardSaysIsNotAsked()
    {
        Walk walk = toSpouse().then(cardRead(spouseCard())).then(cardRead(childCard()));
        const auto &draft = *walk.state().draft;
        QCOMPARE(draft.answers.value(QStringLiteral("spouseName")), spouseCard().name);
        walk.answer("spouseName", QStringLiteral("王五")); // nor can it be typed over
        QCOMPARE(walk.state().draft->answers.value(QStringLiteral("spouseName")), spouseCard().name);
    }

    void nobodyIsHereTwice()
    {
        for (const domain::IdCard &card : {oldCard(), spouseCard()}) {
            Walk walk = toSpouse();
            if (card.idNumber == spouseCard().idNumber)
                walk.then(cardRead(spouseCard()));
            walk.then(cardRead(card));
            QCOMPARE(walk.step(), Step::Party);
            QCOMPARE(walk.state().trouble->kind, ErrorKind::CardNotTheSame);
            walk.then(TriedAgain{});
            QVERIFY(walk.asked<ReadCard>() && walk.state().busy);
        }
    }

    void anExpiredCardBringsNobody()
    {
        Walk walk = toSpouse();
        domain::IdCard card = spouseCard();
        card.validTo = walk.state().today.addDays(-1);
        walk.then(cardRead(card));
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardExpired);
        QVERIFY(walk.state().draft->parties.isEmpty());
    }

    void everybodySignsWhatIsTheirs()
    {
        Walk walk = toSignature();
        QCOMPARE(walk.step(), Step::Signature);
        QVERIFY(walk.state().party.isEmpty());
        walk.then(SignatureSealed{somePage()});
        QCOMPARE(walk.step(), Step::Signature);
        QCOMPARE(walk.state().party, spouseKey);
        QVERIFY(wordsFor(walk.state()).title.contains(QStringLiteral("爱人")));
        walk.then(Forward{}); // without a signature of theirs
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        domain::SealedPage theirs = somePage();
        theirs.blob = QUuid(QStringLiteral("01934f00-0000-7000-8000-0000000000aa"));
        walk.then(SignatureSealed{theirs});
        QCOMPARE(walk.step(), Step::Review); // the child signs nothing
        QCOMPARE(walk.state().draft->signature->blob, somePage().blob);
        QCOMPARE(walk.state().draft->parties.value(spouseKey).signature->blob, theirs.blob);
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Submitting);
    }

    void theWayBackLeadsPastEverySignature()
    {
        Walk walk = toSignature().then(SignatureSealed{somePage()}).then(SignatureSealed{somePage()});
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Signature);
        QCOMPARE(walk.state().party, spouseKey);
        walk.then(Backward{});
        QVERIFY(walk.step() == Step::Signature && walk.state().party.isEmpty());
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Materials);
        walk.then(Forward{}).then(Forward{}); // all have signed
        QCOMPARE(walk.step(), Step::Review);
    }

    void anotherAnswerIsSignedByAllAnew()
    {
        ServiceState state = toSignature().then(SignatureSealed{somePage()}).then(SignatureSealed{somePage()}).state();
        state.step = Step::Form;
        state.formPage = 1;
        Walk walk(state);
        walk.answer("phone", QStringLiteral("13900139000"));
        QVERIFY(!walk.state().draft->signature);
        QVERIFY(!walk.state().draft->parties.value(spouseKey).signature);
        QVERIFY(walk.state().draft->parties.contains(spouseKey)); // being here is no signature
    }

    void whoeverIsNotHereCanBeFetchedOrComeAnotherDay()
    {
        Walk walk = toSpouse().then(PartyAbsent{});
        QCOMPARE(walk.step(), Step::Missing);
        QVERIFY(walk.asked<StopDevices>());
        QVERIFY(wordsFor(walk.state()).title.contains(QStringLiteral("爱人没来")));
        QVERIFY(!promiseUntil(walk.state()).isValid());
        const domain::CaseDraft draft = *walk.state().draft;
        Walk fetched = walk;
        fetched.then(FetchAsked{}).then(DraftPutAway{});
        QCOMPARE(fetched.step(), Step::Away);
        fetched.then(cardRead(oldCard())).then(UnfinishedFound{{draft, {}}});
        QCOMPARE(fetched.step(), Step::Party);
        QVERIFY(fetched.asked<ReadCard>() && fetched.state().party == spouseKey);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Party);
        QVERIFY(walk.asked<ReadCard>());
    }

    void whoeverCameIsNotAskedAgainAfterAPause()
    {
        const domain::CaseDraft draft = *toSpouse().then(cardRead(spouseCard())).state().draft;
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{sharedItem()}).then(Forward{});
        walk.then(cardRead(oldCard())).then(UnfinishedFound{{draft, {}}}).then(DraftContinued{});
        QCOMPARE(walk.step(), Step::Party);
        QCOMPARE(walk.state().party, childKey);
    }

    void nothingIsSubmittedWhileSomebodyIsMissing()
    {
        ServiceState state = toSignature().then(SignatureSealed{somePage()}).then(SignatureSealed{somePage()}).state();
        state.draft->parties.remove(childKey);
        Walk walk(state);
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Party);
        QVERIFY(!walk.asked<SubmitDraft>());
    }

    void theWayBackFromTheCardLeadsToTheGuide()
    {
        Walk walk = toSpouse().then(Backward{});
        QCOMPARE(walk.step(), Step::Guide);
        QVERIFY(walk.asked<StopDevices>() && !walk.asked<DiscardDraft>());
    }
};

QTEST_GUILESS_MAIN(FlowPartyTest)
#include "flow_party_test.moc"
