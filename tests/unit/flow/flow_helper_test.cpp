// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: two people at the terminal, each known by their own card; who has none is named by who answers for it; who
// cannot write makes a mark before a witness.
#include "app/core/domain/assisted_case.h"
#include "app/flow/service/notice.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;
using domain::Assurance;
using domain::HelperRole;

namespace {

const QString applicantName = QStringLiteral("欧阳秀英");

Walk toHelper(HelperRole role, bool cardless)
{
    Walk walk = toCard();
    walk.then(HelpWanted{cardless}).then(HelperChosen{role}).then(cardRead(helperCard()));
    return walk;
}

Walk toNamed(HelperRole role)
{
    Walk walk = toHelper(role, true);
    walk.answer("applicantName", applicantName).then(Forward{});
    walk.answer("applicantNumber", oldCard().idNumber.reveal()).then(Forward{});
    return walk;
}

Walk toSignature(const domain::CaseDraft &draft)
{
    ServiceState state;
    state.step = Step::Signature;
    state.item = draft.item;
    state.today = QDate(2024, 11, 21);
    state.draft = draft;
    return Walk(state);
}

} // namespace

class FlowHelperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helperAndApplicantEachLayDownTheirOwnCard()
    {
        Walk walk = toCard().then(HelpWanted{false});
        QCOMPARE(walk.step(), Step::Helping);
        QVERIFY(walk.asked<StopDevices>() && !walk.state().busy);
        walk.then(HelperChosen{HelperRole::Cadre});
        QCOMPARE(walk.step(), Step::HelperCard);
        QVERIFY(walk.asked<ReadCard>() && walk.state().busy);
        QVERIFY(wordsFor(walk.state()).title.contains(QStringLiteral("村干部")));
        walk.then(cardRead(helperCard()));
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(walk.asked<ReadCard>() && !walk.state().draft);
        walk.then(cardRead(oldCard()));
        const domain::CaseDraft &draft = *walk.state().draft;
        QCOMPARE(draft.applicant.idNumber, oldCard().idNumber);
        QCOMPARE(draft.helper->card.idNumber, helperCard().idNumber);
        QCOMPARE(draft.helper->role, HelperRole::Cadre);
        QCOMPARE(draft.assurance, Assurance::Card);
        QVERIFY(walk.asked<RecordHelp>() && walk.asked<FindUnfinished>());
        walk.then(UnfinishedFound{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(!walk.state().beside && walk.state().draft->helper);
    }

    void oneCardIsNotTwoPeople()
    {
        Walk walk = toHelper(HelperRole::Relative, false).then(cardRead(helperCard()));
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(!walk.state().draft);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardNotTheSame);
        QVERIFY(noticeFor(walk.state().trouble->kind, walk.step(), {}).body.contains(QStringLiteral("各刷各的")));
        walk.then(TriedAgain{}).then(cardRead(oldCard()));
        QVERIFY(walk.state().draft.has_value());
    }

    void norIsTheHelpersNumberTheApplicants()
    {
        Walk walk = toHelper(HelperRole::Staff, true);
        walk.answer("applicantName", applicantName).then(Forward{});
        walk.answer("applicantNumber", helperCard().idNumber.reveal()).then(Forward{});
        QCOMPARE(walk.step(), Step::Naming);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardNotTheSame);
        QVERIFY(!walk.state().draft);
    }

    void anExpiredCardHelpsNobody()
    {
        domain::IdCard card = helperCard();
        card.validTo = QDate(2024, 11, 20);
        Walk walk = toCard().then(HelpWanted{false}).then(HelperChosen{HelperRole::Staff}).then(cardRead(card));
        QCOMPARE(walk.step(), Step::HelperCard);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardExpired);
    }

    void howSureItIsHangsOnWhoNames_data()
    {
        QTest::addColumn<HelperRole>("role");
        QTest::addColumn<Assurance>("assurance");
        QTest::newRow("staff") << HelperRole::Staff << Assurance::Vouched;
        QTest::newRow("cadre") << HelperRole::Cadre << Assurance::Vouched;
        QTest::newRow("relative") << HelperRole::Relative << Assurance::Document;
    }

    void howSureItIsHangsOnWhoNames()
    {
        QFETCH(HelperRole, role);
        QFETCH(Assurance, assurance);
        Walk walk = toNamed(role);
        QCOMPARE(walk.step(), Step::Identify);
        const domain::CaseDraft &draft = *walk.state().draft;
        QCOMPARE(draft.assurance, assurance);
        QCOMPARE(draft.applicant.name, Secret(applicantName));
        QCOMPARE(draft.applicant.birth, oldCard().birth);
        QVERIFY(draft.applicant.address.reveal().isEmpty()); // nobody said it
        QCOMPARE(draft.item.material(domain::helperPapers) != nullptr, assurance == Assurance::Document);
        QVERIFY(walk.asked<RecordHelp>());
    }

    void aVolunteerNamesNobody()
    {
        Walk walk = toCard().then(HelpWanted{true}).then(HelperChosen{HelperRole::Volunteer});
        QCOMPARE(walk.step(), Step::Helping);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::NotEligible);
        const Notice notice = noticeFor(ErrorKind::NotEligible, Step::Helping, {});
        QVERIFY(notice.body.contains(QStringLiteral("志愿者")) && notice.nextStep.contains(QStringLiteral("村干部")));
        walk.then(TriedAgain{}).then(HelperChosen{HelperRole::Cadre});
        QCOMPARE(walk.step(), Step::HelperCard);

        Walk later = toHelper(HelperRole::Volunteer, false).then(HelpWanted{true}); // noticed at the card
        QCOMPARE(later.step(), Step::Identify);
        QCOMPARE(later.state().trouble->kind, ErrorKind::NotEligible);
        QVERIFY(later.asked<StopDevices>());
    }

    void aNameAndANumberMustBeRight()
    {
        Walk walk = toHelper(HelperRole::Staff, true);
        QCOMPARE(walk.step(), Step::Naming);
        walk.then(Forward{});
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        walk.answer("applicantName", applicantName).then(Forward{});
        QCOMPARE(walk.state().formPage, 1);
        walk.answer("applicantNumber", QStringLiteral("110105194912310021")).then(Forward{}); // the check digit is X
        QCOMPARE(walk.state().trouble->field, QStringLiteral("applicantNumber"));
        QVERIFY(!walk.state().draft);
        walk.then(Backward{});
        QCOMPARE(walk.state().formPage, 0);
        walk.then(Backward{}); // the card was in the pocket
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(walk.asked<ReadCard>() && walk.state().naming.isEmpty());
    }

    void papersOfARelativeAreAskedForLikeAnyOther()
    {
        Walk walk = toSignature(helpedDraft(Assurance::Document, HelperRole::Relative));
        ServiceState state = walk.state();
        state.step = Step::Materials;
        state.draft->pages.remove(domain::helperPapers);
        Walk list(state);
        list.then(Forward{});
        QCOMPARE(list.step(), Step::Materials);
        list.then(ScanAsked{domain::helperPapers});
        QCOMPARE(list.asked<ScanPages>()->material.key, QString(domain::helperPapers));
        list.then(PagesSealed{{somePage()}}).then(PageKept{}).then(Forward{});
        QCOMPARE(list.step(), Step::Signature);
    }

    void withoutTheOwnCardTheLibraryStaysClosed()
    {
        for (const NamedState &sample : helperStates()) {
            if (sample.name != "Materials library closed")
                continue;
            const Transition after = next(sample.state, LibraryAgreed{});
            QVERIFY(!effectOf<AskLibrary>(after));
            QCOMPARE(after.state.library, LibraryAsking::No);
        }
    }

    void norDoesANameOpenWhatACardBegan()
    {
        domain::CaseDraft own = fullDraft(); // begun with the card
        domain::CaseDraft ofAnother = helpedDraft(Assurance::Vouched, HelperRole::Cadre);
        ofAnother.helper->card.idNumber = youngCard().idNumber;
        for (const domain::CaseDraft &draft : {own, ofAnother}) {
            Walk walk = toNamed(HelperRole::Cadre).then(UnfinishedFound{{draft, {}}});
            QVERIFY(walk.step() != Step::Resume);
        }
        domain::SubmittedCase receipt = submittedCase();
        Walk walk = toNamed(HelperRole::Cadre).then(UnfinishedFound{{{}, receipt}});
        QVERIFY(walk.step() != Step::Resume);
    }

    void bothComeBackTogetherOrTheApplicantWithTheCard()
    {
        const domain::CaseDraft begun = helpedDraft(Assurance::Document, HelperRole::Relative);
        Walk both = toNamed(HelperRole::Relative).then(UnfinishedFound{{begun, {}}});
        QCOMPARE(both.step(), Step::Resume);
        both.then(DraftContinued{});
        QCOMPARE(both.state().draft->assurance, Assurance::Document);
        QVERIFY(both.state().draft->helper);

        Walk alone = toCard().then(cardRead(oldCard())).then(UnfinishedFound{{begun, {}}}).then(DraftContinued{});
        const domain::CaseDraft &draft = *alone.state().draft;
        QCOMPARE(draft.assurance, Assurance::Card);
        QVERIFY(!draft.helper && !draft.item.material(domain::helperPapers));
        QVERIFY(!draft.pages.contains(domain::helperPapers));
        QCOMPARE(draft.applicant.address, oldCard().address);
        QCOMPARE(draft.answers.value(QStringLiteral("name")), oldCard().name); // not as the helper wrote it
    }

    void whoHasNoCardHereComesAnotherDay()
    {
        for (const NamedState &sample : helperStates()) {
            if (sample.name != "Missing papers of a relative")
                continue;
            Walk walk(sample.state);
            walk.then(FetchAsked{}); // the cover opens to a card only
            QCOMPARE(walk.step(), Step::Missing);
            QVERIFY(!walk.state().busy);
            walk.then(OtherDayAsked{}).then(DraftPutAway{});
            QCOMPARE(walk.step(), Step::Kept);
            QVERIFY(wordsFor(walk.state()).subtitle.contains(QStringLiteral("同一个人来帮")));
        }
    }

    void theWayBackLeadsPastTheHelper()
    {
        Walk walk = toHelper(HelperRole::Relative, false).then(Backward{});
        QCOMPARE(walk.step(), Step::Helping);
        QVERIFY(!walk.state().beside);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Identify);
        walk.then(cardRead(oldCard()));
        QVERIFY(!walk.state().draft->helper);
        QVERIFY(!walk.asked<RecordHelp>());
    }
};

QTEST_GUILESS_MAIN(FlowHelperTest)
#include "flow_helper_test.moc"
