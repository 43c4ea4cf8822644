// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: from the letter to the receipt, one thing a page; interrupted, resumed; and a letter that is told of first.
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;

class FlowSupplementTest : public QObject
{
    Q_OBJECT

    static Walk begun(const domain::CaseDraft &draft)
    {
        Walk walk;
        walk.then(Touched{}).then(SupplementBegun{draft, QDate(2024, 11, 21)});
        return walk;
    }
    static void bring(Walk &walk, const char *material)
    {
        walk.then(ScanAsked{QString::fromLatin1(material)}).then(PagesSealed{{somePage()}}).then(PageKept{});
    }

private Q_SLOTS:
    void oneThingAPageThenTheReceipt()
    {
        Walk walk = begun(supplementDraft());
        QCOMPARE(walk.step(), Step::Materials);
        QVERIFY(walk.asked<SaveDraft>()); // durable before anything is scanned
        QCOMPARE(wordsFor(walk.state()).title, QStringLiteral("要补2样材料，这是第1样"));
        QCOMPARE(wordsFor(walk.state()).subtitle, QStringLiteral("首页看不清"));
        QVERIFY(!offersForward(walk.state()));
        bring(walk, "householdRegister");
        QCOMPARE(walk.step(), Step::Materials);
        QVERIFY(walk.asked<SaveDraft>());
        QCOMPARE(wordsFor(walk.state()).subtitle, QStringLiteral("村里开的证明"));
        bring(walk, "demand-2");
        QCOMPARE(walk.step(), Step::Review); // no answer was corrected: nothing is signed
        QVERIFY(walk.asked<SaveDraft>());
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Submitting);
        const SubmitDraft *submit = walk.asked<SubmitDraft>();
        QVERIFY(submit && submit->draft.supplement);
        domain::SubmittedCase given = submittedCase();
        given.content = submit->draft;
        walk.then(CaseSaved{given});
        QCOMPARE(walk.step(), Step::Receipt);
        QVERIFY(walk.asked<PrintReceipt>());
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{});
        QCOMPARE(walk.step(), Step::Farewell); // there is nothing to rate yet
        QVERIFY(walk.asked<Wipe>());
    }

    void whoCorrectsAnAnswerSignsIt()
    {
        Walk walk = begun(correctionDraft());
        QCOMPARE(walk.step(), Step::Form);
        QCOMPARE(wordsFor(walk.state()).subtitle, QStringLiteral("号码打不通"));
        walk.then(Forward{});
        QVERIFY(walk.state().trouble); // the old answer is not carried over
        walk.answer("phone", QStringLiteral("13800138000")).then(Forward{});
        QCOMPARE(walk.step(), Step::Materials);
        bring(walk, "householdRegister");
        bring(walk, "demand-2");
        QCOMPARE(walk.step(), Step::Signature);
        walk.then(SignatureSealed{somePage()});
        QCOMPARE(walk.step(), Step::Review);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Signature);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Materials);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Form);
    }

    // By 上一步 the draft stays sealed; by 重新开始 it goes.
    void whoGivesUp()
    {
        Walk walk = begun(supplementDraft());
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Home);
        QVERIFY(!walk.state().draft && !walk.state().item);
        QVERIFY(!walk.asked<DiscardDraft>());
        Walk other = begun(supplementDraft());
        other.then(StartOver{});
        QVERIFY(other.asked<DiscardDraft>());
    }

    void backFromTheReviewTheListIsWhole()
    {
        Walk walk = begun(supplementDraft());
        bring(walk, "householdRegister");
        bring(walk, "demand-2");
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Materials);
        QVERIFY(offersForward(walk.state()));
        bring(walk, "demand-2"); // once more
        QCOMPARE(walk.step(), Step::Review);
    }

    void withoutThePaperItWaitsAndIsResumed()
    {
        Walk walk = begun(supplementDraft());
        bring(walk, "householdRegister");
        const domain::CaseDraft half = *walk.state().draft;
        walk.then(MaterialMissing{QStringLiteral("demand-2")});
        QCOMPARE(walk.step(), Step::Missing);
        walk.then(LaterPromised{});
        QCOMPARE(walk.step(), Step::Missing); // the office waits: no promise takes its place
        walk.then(OtherDayAsked{});
        QVERIFY(walk.asked<PutAway>());
        QCOMPARE(walk.then(DraftPutAway{}).step(), Step::Kept);

        Walk back = toCard();
        back.then(cardRead(oldCard())).then(UnfinishedFound{{half, {}}});
        QCOMPARE(back.step(), Step::Resume);
        QCOMPARE(wordsFor(back.state()).title, QStringLiteral("您上次还没补完"));
        back.then(DraftContinued{});
        QCOMPARE(back.step(), Step::Materials);
        QCOMPARE(wordsFor(back.state()).subtitle, QStringLiteral("村里开的证明")); // the one that is missing
    }

    // A new application for the same thing does not throw away what answers a letter.
    void aNewApplicationLeavesItAlone()
    {
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(UnfinishedFound{{supplementDraft(), {}}}).then(DraftAbandoned{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(!walk.asked<DiscardDraft>());
    }

    void aPaperThatNobodySaw()
    {
        Walk walk = begun(supplementDraft());
        bring(walk, "householdRegister");
        bring(walk, "demand-2");
        walk.then(Forward{});
        domain::SubmittedCase given = submittedCase();
        given.content = *walk.state().draft;
        walk.then(CaseSaved{given}).then(PrintEnded{ports::PrintOutcome::Unknown}).then(PaperSeen{false});
        QVERIFY(walk.asked<RecordSlip>() && !walk.asked<RecordPaper>());
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<PrintReceipt>() && walk.asked<PrintReceipt>()->again);
    }

    void aLetterIsToldOfFirst()
    {
        ports::Unfinished found;
        found.letter = ports::UnreadLetter{.caseId = QUuid::createUuid(),
                                           .notice = QUuid::createUuid(),
                                           .kind = ports::NoticeKind::NotAccepted,
                                           .itemName = QStringLiteral("临时救助")};
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(UnfinishedFound{found});
        QCOMPARE(walk.step(), Step::Resume);
        const PageWords words = wordsFor(walk.state());
        QCOMPARE(words.title, QStringLiteral("有一封信给您"));
        QVERIFY(words.subtitle.contains(QStringLiteral("不予受理通知")));
        QVERIFY(!words.subtitle.contains(QStringLiteral("临时救助"))); // others stand by
        Walk later = walk;
        QCOMPARE(later.then(LetterLater{}).step(), Step::Form); // the errand that was begun
        walk.then(LetterWanted{});
        QCOMPARE(walk.step(), Step::Home);
        QVERIFY(walk.asked<OpenLetters>());
        QCOMPARE(walk.asked<OpenLetters>()->holder.idNumber, oldCard().idNumber);
        QVERIFY(!walk.state().draft);

        found.draft = fullDraft();
        Walk both = toCard();
        both.then(cardRead(oldCard())).then(UnfinishedFound{found}).then(LetterLater{});
        QCOMPARE(both.step(), Step::Resume);
        QCOMPARE(wordsFor(both.state()).title, QStringLiteral("您上次还没办完"));
    }
};

QTEST_GUILESS_MAIN(FlowSupplementTest)
#include "flow_supplement_test.moc"
