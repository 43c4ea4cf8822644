// SPDX-License-Identifier: GPL-3.0-or-later
// The paths that people walk, one test a path.
#include "app/core/domain/form_engine.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

class FlowJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Who lives elsewhere is told so and may apply all the same; where it is not clear, nothing is said.
    void whoLivesElsewhereIsAdvised_data()
    {
        QTest::addColumn<int>("residence");
        QTest::addColumn<bool>("advised");
        QTest::newRow("elsewhere") << static_cast<int>(domain::Residence::Elsewhere) << true;
        QTest::newRow("here") << static_cast<int>(domain::Residence::Local) << false;
        QTest::newRow("unclear") << static_cast<int>(domain::Residence::Unclear) << false;
    }
    void whoLivesElsewhereIsAdvised()
    {
        QFETCH(int, residence);
        QFETCH(bool, advised);
        domain::ServiceItem item = allowanceItem();
        item.eligibility = {{.kind = domain::EligibilityRule::Kind::LocalResidence,
                             .years = 0,
                             .clause = QStringLiteral("在户口所在地申请。")}};
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{item}).then(Forward{});
        CardWasRead read = cardRead(oldCard());
        read.residence = static_cast<domain::Residence>(residence);
        walk.then(read).then(UnfinishedFound{});
        QCOMPARE(walk.state().draft->appliesAgainstAdvice, advised);
        QCOMPARE(walk.step(), advised ? Step::NotEligible : Step::Form);
        if (!advised)
            return;
        QCOMPARE(wordsFor(walk.state()).title, QStringLiteral("可能要到别处办"));
        QCOMPARE(wordsFor(walk.state()).subtitle, QStringLiteral("在户口所在地申请。"));
        QCOMPARE(wordsFor(walk.state()).primary, QStringLiteral("仍要申请"));
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(walk.state().draft->appliesAgainstAdvice);
    }

    void fromCardToFarewell()
    {
        Walk walk = toCard();
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(walk.asked<ReadCard>() && walk.state().busy);
        walk.then(cardRead(oldCard()));
        QVERIFY(walk.asked<FindUnfinished>() && walk.state().busy);
        QVERIFY(!walk.asked<SaveDraft>()); // an older draft may take its place
        walk.then(UnfinishedFound{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(walk.asked<SaveDraft>());
        QCOMPARE(walk.state().draft->answers.value(QStringLiteral("name")).reveal(), QStringLiteral("李桂英"));

        walk = toMaterials();
        QCOMPARE(walk.step(), Step::Materials);
        walk.then(ScanAsked{QStringLiteral("householdRegister")});
        QCOMPARE(walk.step(), Step::Capture);
        QCOMPARE(walk.asked<ScanPages>()->owner, walk.state().draft->id);
        walk.then(PagesSealed{{somePage()}});
        QCOMPARE(walk.step(), Step::PageReview);
        walk.then(PageKept{});
        QCOMPARE(walk.step(), Step::Materials);
        QCOMPARE(walk.asked<SaveDraft>()->draft.pages.value(QStringLiteral("householdRegister")).size(), size_t(1));
        walk.then(Forward{}).then(SignatureSealed{somePage()});
        QCOMPARE(walk.step(), Step::Review);
        QVERIFY(walk.asked<SaveDraft>()->draft.signature.has_value());
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Submitting);
        QVERIFY(walk.asked<SubmitDraft>());
        walk.then(CaseSaved{submittedCase()});
        QCOMPARE(walk.step(), Step::Receipt);
        QVERIFY(walk.asked<PrintReceipt>() && !walk.state().draft);
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{});
        QCOMPARE(walk.step(), Step::Rating);
        walk.then(Rated{5});
        QCOMPARE(walk.step(), Step::Farewell);
        QCOMPARE(walk.asked<SaveRating>()->evaluation.level, 5);
        QCOMPARE(walk.asked<Wipe>()->reason, QStringLiteral("done"));
        walk.then(FarewellOver{});
        QCOMPARE(walk.step(), Step::Attract);
    }

    void ratingIsVoluntary()
    {
        Walk walk = toReceipt();
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{}).then(Forward{});
        QCOMPARE(walk.step(), Step::Farewell);
        QVERIFY(!walk.asked<SaveRating>() && walk.asked<Wipe>());
    }

    void tooYoungIsToldAndMayApplyAllTheSame()
    {
        Walk walk = toCard();
        walk.then(cardRead(youngCard())).then(UnfinishedFound{});
        QCOMPARE(walk.step(), Step::NotEligible);
        QVERIFY(!walk.asked<SaveDraft>());
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(walk.asked<SaveDraft>()->draft.appliesAgainstAdvice);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::NotEligible);
    }

    void birthdayDecides_data()
    {
        QTest::addColumn<QDate>("birth");
        QTest::addColumn<bool>("eligible");
        QTest::newRow("80 today") << QDate(1944, 11, 21) << true;
        QTest::newRow("80 tomorrow") << QDate(1944, 11, 22) << false;
    }

    void birthdayDecides()
    {
        QFETCH(QDate, birth);
        QFETCH(bool, eligible);
        domain::IdCard card = oldCard();
        card.birth = birth;
        Walk walk = toCard();
        walk.then(cardRead(card)).then(UnfinishedFound{});
        QCOMPARE(walk.step(), eligible ? Step::Form : Step::NotEligible);
    }

    void numberIsJudgedWhenThePersonGoesOn()
    {
        Walk walk = toForm();
        walk.then(Forward{});
        walk.answer("phone", QStringLiteral("138"));
        QVERIFY(!walk.asked<SaveDraft>() && !walk.state().trouble); // half typed is no mistake yet
        walk.then(Forward{});
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        QCOMPARE(walk.state().trouble->field, QStringLiteral("phone"));
        walk.answer("phone", QStringLiteral("13800138000"));
        QVERIFY(walk.asked<SaveDraft>() && !walk.state().trouble);
        walk.then(Forward{});
        QCOMPARE(walk.state().formPage, 2);
    }

    void cardAnswersAreNotOverwritten()
    {
        Walk walk = toForm();
        walk.answer("name", QStringLiteral("王五"));
        QCOMPARE(walk.state().draft->answers.value(QStringLiteral("name")).reveal(), QStringLiteral("李桂英"));
    }

    void conditionalPageComesAndGoes()
    {
        Walk walk = toForm();
        walk.then(Forward{}).answer("phone", domain::refusedAnswer).then(Forward{});
        walk.answer("living", QStringLiteral("institution")).then(Forward{});
        QCOMPARE(walk.state().formPage, 3);
        walk.answer("institution", QStringLiteral("town")).then(Forward{});
        QCOMPARE(walk.state().formPage, 4);
        walk.then(Backward{}).then(Backward{});
        walk.answer("living", QStringLiteral("alone"));
        QVERIFY(!walk.asked<SaveDraft>()->draft.answers.contains(QStringLiteral("institution")));
        walk.then(Forward{});
        QCOMPARE(walk.state().formPage, 4);
    }

    void cityAnswersWhileThePaperComes()
    {
        Walk walk = toReceipt();
        const QUuid id = walk.state().submitted->content.id;
        walk.then(StatusArrived{id, domain::CaseStatus::Accepted, QStringLiteral("2024-77")});
        QCOMPARE(walk.state().submitted->projectNumber, QStringLiteral("2024-77"));
        walk.then(StatusArrived{id, domain::CaseStatus::Submitted, {}}); // late: a case does not go back
        QCOMPARE(walk.state().submitted->status, domain::CaseStatus::Accepted);
        walk.then(StatusArrived{QUuid::createUuid(), domain::CaseStatus::Rejected, QStringLiteral("x")});
        QCOMPARE(walk.state().submitted->projectNumber, QStringLiteral("2024-77"));
    }

    void resumesAtTheFirstOpenPlace_data()
    {
        QTest::addColumn<int>("lost"); // what the draft lacks
        QTest::addColumn<int>("step");
        QTest::newRow("an answer") << 0 << static_cast<int>(Step::Form);
        QTest::newRow("the page") << 1 << static_cast<int>(Step::Materials);
        QTest::newRow("the signature") << 2 << static_cast<int>(Step::Signature);
        QTest::newRow("nothing") << 3 << static_cast<int>(Step::Review);
    }

    void resumesAtTheFirstOpenPlace()
    {
        QFETCH(int, lost);
        QFETCH(int, step);
        domain::CaseDraft draft = fullDraft();
        draft.id = QUuid::createUuid();
        if (lost == 0)
            draft.answers.remove(QStringLiteral("payout"));
        if (lost == 1)
            draft.pages.clear();
        if (lost == 2)
            draft.signature.reset();
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(UnfinishedFound{{draft, {}}});
        QCOMPARE(walk.step(), Step::Resume);
        walk.then(DraftContinued{});
        QCOMPARE(static_cast<int>(walk.step()), step);
        QCOMPARE(walk.state().draft->id, draft.id);
        if (lost == 0)
            QCOMPARE(walk.state().formPage, 4);
    }

    void abandonedDraftIsDiscardedOnlyIfItIsTheSameErrand()
    {
        domain::CaseDraft old = fullDraft();
        old.id = QUuid::createUuid();
        domain::CaseDraft other = old;
        other.item.code = QStringLiteral("another");
        for (const domain::CaseDraft &draft : {old, other}) {
            Walk walk = toCard();
            walk.then(cardRead(oldCard())).then(UnfinishedFound{{draft, {}}}).then(DraftAbandoned{});
            QCOMPARE(walk.step(), Step::Form);
            QVERIFY(walk.state().draft->id != draft.id);
            QCOMPARE(walk.asked<DiscardDraft>() != nullptr, draft.item.code == old.item.code);
            QVERIFY(walk.asked<SaveDraft>());
        }
    }

    void missingReceiptIsPrintedWithTheCard()
    {
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(UnfinishedFound{{{}, submittedCase()}}).then(ReceiptWanted{});
        QCOMPARE(walk.step(), Step::Receipt);
        QCOMPARE(walk.asked<PrintReceipt>()->submitted.localNumber, submittedCase().localNumber);
        QVERIFY(!walk.state().draft);
    }

    void backwardLeadsHome()
    {
        Walk walk = toReview();
        QList<Step> steps;
        while (walk.step() != Step::Home && steps.size() < 20) {
            walk.then(Backward{});
            steps << walk.step();
        }
        const QList<Step> expected{Step::Signature, Step::Materials, Step::Form,  Step::Form,
                                   Step::Form,      Step::Form,      Step::Guide, Step::Home};
        QCOMPARE(steps, expected);
        QVERIFY(!walk.state().draft && !walk.state().item);
    }

    void whatWasSignedIsWhatIsSubmitted()
    {
        Walk walk = toReview();
        walk.then(Backward{}).then(Backward{}).then(Backward{}); // signature, materials, the last question
        walk.answer("payout", QStringLiteral("passbook"));
        QVERIFY(walk.state().draft->signature); // the same answer again changes nothing
        walk.answer("payout", QStringLiteral("socialCard"));
        QVERIFY(!walk.state().draft->signature);
        QVERIFY(!walk.asked<SaveDraft>()->draft.signature);
        walk.then(Forward{}).then(Forward{});
        QCOMPARE(walk.step(), Step::Signature);

        walk.then(SignatureSealed{somePage()}).then(Backward{}).then(Backward{});
        walk.then(ScanAsked{QStringLiteral("householdRegister")}).then(PagesSealed{{somePage()}}).then(PageKept{});
        QVERIFY(!walk.state().draft->signature);
    }

    void itemWithoutScansGoesFromFormToSignature()
    {
        domain::ServiceItem item = allowanceItem();
        item.materials.clear();
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{item}).then(Forward{}).then(cardRead(oldCard())).then(UnfinishedFound{});
        walk.then(Forward{}).answer("phone", domain::refusedAnswer).then(Forward{});
        walk.answer("living", QStringLiteral("alone")).then(Forward{});
        walk.answer("payout", QStringLiteral("later")).then(Forward{});
        QCOMPARE(walk.step(), Step::Signature);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Form);
        QCOMPARE(walk.state().formPage, 4);
    }
};

QTEST_GUILESS_MAIN(FlowJourneyTest)
#include "flow_journey_test.moc"
