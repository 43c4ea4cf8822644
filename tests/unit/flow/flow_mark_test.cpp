// SPDX-License-Identifier: GPL-3.0-or-later
// 不会写字: a mark on a printed sheet, before the helper, is the signature; alone this way is closed.
#include "app/core/domain/assisted_case.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;
using domain::Assurance;
using domain::HelperRole;

namespace {

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

class FlowMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherWitnessIsSignedAnew()
    {
        domain::CaseDraft begun = helpedDraft(Assurance::Card, HelperRole::Relative);
        domain::setMark(begun, somePage());
        Walk walk = toCard().then(cardRead(oldCard())).then(UnfinishedFound{{begun, {}}}).then(DraftContinued{});
        QVERIFY(!walk.state().draft->signature && !walk.state().draft->isMark);
    }

    void whoCannotWriteMarksASheetBeforeTheHelper()
    {
        Walk walk = toSignature(helpedDraft(Assurance::Card, HelperRole::Relative)).then(CannotWrite{});
        QCOMPARE(walk.step(), Step::MarkSheet);
        QVERIFY(walk.asked<PrintMarkSheet>() && walk.state().busy);
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{});
        QCOMPARE(walk.step(), Step::Capture);
        QCOMPARE(walk.asked<ScanPages>()->material.key, QString(domain::markSheet));
        domain::SealedPage page = somePage();
        page.thumbnail = domain::SealedThumbnail{};
        walk.then(PagesSealed{{page}}).then(PageKept{});
        QCOMPARE(walk.step(), Step::Review);
        const domain::CaseDraft &draft = *walk.state().draft;
        QVERIFY(draft.isMark && walk.asked<SaveDraft>());
        QCOMPARE(draft.signature->blob, page.blob);
        QVERIFY(!draft.signature->thumbnail);
        walk.then(Backward{}).then(SignatureSealed{somePage()}); // written after all
        QVERIFY(!walk.state().draft->isMark && walk.state().draft->signature);
    }

    void aloneTheWayOfTheMarkIsClosed()
    {
        Walk walk = toSignature(fullDraft()).then(CannotWrite{});
        QCOMPARE(walk.step(), Step::Signature);
        QVERIFY(!walk.asked<PrintMarkSheet>());
    }

    void aSheetThatDoesNotComeOutIsPrintedAgainOrLeft()
    {
        Walk walk = toSignature(helpedDraft(Assurance::Card, HelperRole::Staff)).then(CannotWrite{});
        walk.then(failure(ErrorKind::PaperOut));
        QCOMPARE(walk.state().trouble->kind, ErrorKind::PaperOut);
        Walk again = walk;
        again.then(TriedAgain{});
        QVERIFY(again.asked<PrintMarkSheet>() && again.state().busy);
        again.then(PrintEnded{ports::PrintOutcome::Unknown}).then(PaperSeen{true});
        QVERIFY(again.asked<RecordSlip>() && offersForward(again.state()));
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Signature);
    }

    void theSheetCanBeScannedAgain()
    {
        Walk walk = toSignature(helpedDraft(Assurance::Card, HelperRole::Staff)).then(CannotWrite{});
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{}).then(failure(ErrorKind::PageMissing));
        walk.then(TriedAgain{}).then(PagesSealed{{somePage()}}).then(PageRetaken{});
        QCOMPARE(walk.step(), Step::Capture);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::MarkSheet);
        QVERIFY(walk.asked<StopDevices>() && offersForward(walk.state()));
        QVERIFY(!walk.state().draft->signature);
    }
};

QTEST_GUILESS_MAIN(FlowMarkTest)
#include "flow_mark_test.moc"
