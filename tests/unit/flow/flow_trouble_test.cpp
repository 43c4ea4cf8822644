// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong on the way, one test a misfortune: nothing is lost, nothing is done twice.
#include "app/core/domain/form_engine.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

class FlowTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiredCardIsRefusedAndAnotherTaken()
    {
        Walk walk = toCard();
        walk.then(cardRead(expiredCard()));
        QCOMPARE(walk.step(), Step::Identify);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardExpired);
        QVERIFY(!walk.state().draft && !walk.state().busy && walk.last().effects.empty());
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<ReadCard>() && walk.state().busy && !walk.state().trouble);
    }

    void cardLiftedTooSoonIsReadAgain()
    {
        Walk walk = toCard();
        walk.then(failure(ErrorKind::CardLifted));
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardLifted);
        QVERIFY(!walk.state().busy);
        walk.then(TriedAgain{}).then(cardRead(oldCard())).then(UnfinishedFound{});
        QCOMPARE(walk.step(), Step::Form);
    }

    void storeThatCannotBeAskedKeepsTheCard()
    {
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(failure(ErrorKind::StoreCorrupt)).then(TriedAgain{});
        QVERIFY(walk.asked<FindUnfinished>() && !walk.asked<ReadCard>());
    }

    void resultsOfALeftStepAreStale()
    {
        Walk walk = toCard();
        walk.then(Backward{});
        QVERIFY(walk.asked<StopDevices>());
        walk.then(cardRead(oldCard()));
        QCOMPARE(walk.step(), Step::Guide);
        QVERIFY(!walk.state().draft && walk.last().effects.empty());
        // A new card is wanted: what the store found for the earlier one is not shown.
        walk.then(Forward{}).then(UnfinishedFound{{fullDraft(), {}}});
        QCOMPARE(walk.step(), Step::Identify);
        walk.then(cardRead(youngCard())).then(UnfinishedFound{{fullDraft(), submittedCase()}});
        QCOMPARE(walk.step(), Step::NotEligible);
        QVERIFY(!walk.state().unfinished);
    }

    void saveThatFailedIsShownAndLosesNothing()
    {
        Walk walk = toForm();
        walk.then(Forward{}).answer("phone", QStringLiteral("13800138000")).then(failure(ErrorKind::StoreFull));
        QCOMPARE(walk.state().trouble->kind, ErrorKind::StoreFull);
        QCOMPARE(walk.state().draft->answers.value(QStringLiteral("phone")).reveal(), QStringLiteral("13800138000"));
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<SaveDraft>() && !walk.state().trouble);
    }

    void saveThatFailedLateIsShownWhereThePersonStands()
    {
        Walk walk = toReview();
        walk.then(DraftNotSaved{{ErrorKind::StoreFull, {}, {}}});
        QCOMPARE(walk.step(), Step::Review);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::StoreFull);
    }

    void saveThatFailedBehindASubmissionSaysNothing()
    {
        Walk walk = toReview();
        walk.then(Forward{}).then(DraftNotSaved{{ErrorKind::StoreFull, {}, {}}});
        QCOMPARE(walk.step(), Step::Submitting);
        QVERIFY(walk.state().busy && !walk.state().trouble);
        walk.then(CaseSaved{submittedCase()}).then(DraftNotSaved{{ErrorKind::StoreFull, {}, {}}});
        QCOMPARE(walk.step(), Step::Receipt); // not the printer's trouble
        QVERIFY(!walk.state().trouble);
    }

    // The page has no next step to press in vain: the material is scanned, or told to be missing (flow_leave_test).
    void missingMaterialLeavesNoWayOn()
    {
        Walk walk = toMaterials();
        QVERIFY(!offersForward(walk.state()));
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Materials);
        QVERIFY(!walk.state().trouble);
    }

    void scanCanFailBeRepeatedAndBeLeft()
    {
        Walk walk = toMaterials();
        walk.then(ScanAsked{QStringLiteral("householdRegister")}).then(failure(ErrorKind::PageMissing));
        QCOMPARE(walk.step(), Step::Capture);
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<ScanPages>() && walk.state().busy);
        walk.then(Backward{});
        QVERIFY(walk.asked<StopDevices>());
        walk.then(PagesSealed{{somePage()}});
        QCOMPARE(walk.step(), Step::Materials); // stale
        walk.then(ScanAsked{QStringLiteral("householdRegister")}).then(PagesSealed{{somePage()}}).then(PageRetaken{});
        QCOMPARE(walk.step(), Step::Capture);
        QVERIFY(walk.asked<ScanPages>());
    }

    void unsignedIsNotReviewed()
    {
        Walk walk = toReview();
        walk.then(Backward{}).then(SignatureCleared{});
        QVERIFY(!walk.asked<SaveDraft>()->draft.signature);
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Signature);
        QCOMPARE(walk.state().trouble->field, QString(signatureField));
    }

    void failedSubmissionKeepsEverything()
    {
        Walk walk = toReview();
        walk.then(Forward{}).then(failure(ErrorKind::StoreFull));
        QCOMPARE(walk.step(), Step::Review);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::StoreFull);
        QVERIFY(walk.state().draft->signature);
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<SubmitDraft>());
    }

    void submissionIsNotTakenBack()
    {
        Walk walk = toReview();
        walk.then(Forward{}).then(Backward{}).then(StartOver{}).then(Forward{});
        QCOMPARE(walk.step(), Step::Submitting);
        QVERIFY(walk.last().effects.empty());
    }

    void paperOutPrintsAgainOrLater()
    {
        Walk walk = toReceipt();
        walk.then(failure(ErrorKind::PaperOut));
        QCOMPARE(walk.state().print, PrintPhase::Failed);
        QCOMPARE(walk.state().submitted->localNumber, submittedCase().localNumber);
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<PrintReceipt>());
        QCOMPARE(walk.state().print, PrintPhase::Printing);
        walk.then(failure(ErrorKind::PaperOut)).then(Forward{});
        QCOMPARE(walk.step(), Step::Rating);
    }

    void lostAnswerAsksThePerson()
    {
        Walk walk = toReceipt();
        walk.then(PrintEnded{ports::PrintOutcome::Unknown});
        QCOMPARE(walk.state().print, PrintPhase::Asking);
        walk.then(Forward{}).then(TriedAgain{});
        QVERIFY2(!walk.asked<PrintReceipt>(), "a second copy before the person spoke");
        QCOMPARE(walk.step(), Step::Receipt);
        Walk came = walk;
        came.then(PaperSeen{true});
        QVERIFY(came.asked<RecordPaper>()->cameOut);
        QCOMPARE(came.state().print, PrintPhase::Confirmed);
        walk.then(PaperSeen{false});
        QVERIFY(!walk.asked<RecordPaper>()->cameOut && walk.state().paperDenied && !walk.asked<PrintReceipt>());
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<PrintReceipt>() && !walk.state().paperDenied);
    }

    void startOverDiscardsAndIdleKeeps()
    {
        Walk walk = toMaterials();
        const QUuid id = walk.state().draft->id;
        Walk idle = walk;
        walk.then(StartOver{});
        QCOMPARE(walk.asked<DiscardDraft>()->draft, id);
        idle.then(IdleWarned{});
        QVERIFY(idle.state().idleWarning);
        idle.then(StillHere{});
        QVERIFY(!idle.state().idleWarning && idle.step() == Step::Materials);
        idle.then(IdleWarned{}).then(IdleExpired{});
        QVERIFY(idle.asked<Wipe>() && !idle.asked<DiscardDraft>());
    }

    void startOverDoesNotDiscardWhatIsNotOpenYet()
    {
        Walk walk = toCard();
        walk.then(cardRead(oldCard())).then(UnfinishedFound{{fullDraft(), {}}}).then(StartOver{});
        QVERIFY(walk.asked<Wipe>() && !walk.asked<DiscardDraft>());
    }
};

QTEST_GUILESS_MAIN(FlowTroubleTest)
#include "flow_trouble_test.moc"
