// SPDX-License-Identifier: GPL-3.0-or-later
// 没带: what is promised, what is fetched, what is brought another day. Nobody leaves before the draft is safe, and
// nothing of them stays behind.
#include "app/core/catalogue/material_resolver.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

const QString register_ = QStringLiteral("householdRegister");

// At the list of materials of an item whose register may (or may not) follow.
Walk atList(bool mayFollow)
{
    ServiceState state = toMaterials().state();
    for (domain::MaterialSpec &material : state.draft->item.materials) {
        material.late = mayFollow;
        material.lateDays = mayFollow ? 20 : 0;
    }
    return Walk(state);
}

Walk atMissing(bool mayFollow)
{
    return atList(mayFollow).then(MaterialMissing{register_});
}

UnfinishedFound found(const domain::CaseDraft &draft)
{
    return {{draft, {}}};
}

} // namespace

class FlowLeaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyGoesOnWithoutSayingWhatIsMissing()
    {
        for (const bool mayFollow : {false, true}) {
            Walk walk = atList(mayFollow);
            QVERIFY(!offersForward(walk.state()));
            QCOMPARE(walk.then(Forward{}).step(), Step::Materials);
            QCOMPARE(walk.then(MaterialMissing{register_}).step(), Step::Missing);
            QVERIFY(wordsFor(walk.state()).title.contains(walk.state().draft->item.material(register_)->name));
            QCOMPARE(walk.then(Backward{}).step(), Step::Materials);
        }
    }

    void aPromiseHasADayAndIsSigned()
    {
        Walk walk = atMissing(true);
        const QDate until = walk.state().today.addDays(20);
        QCOMPARE(promiseUntil(walk.state()), until);
        walk.then(LaterPromised{});
        QCOMPARE(walk.step(), Step::Materials);
        QCOMPARE(walk.state().draft->later.value(register_), until);
        QCOMPARE(walk.asked<SaveDraft>()->draft.later.value(register_), until);
        QVERIFY(offersForward(walk.state()));
        const auto lines = catalogue::resolveMaterials(*walk.state().draft);
        const QString text = catalogue::signedText(walk.state().draft->item, lines);
        QVERIFY(text.contains(until.toString(QStringLiteral("yyyy年M月d日"))));
        QVERIFY(text.endsWith(QStringLiteral("不补交，可能办不成。")));
        walk.then(Forward{}).then(SignatureSealed{somePage()}).then(Forward{});
        QCOMPARE(walk.step(), Step::Submitting);
        QCOMPARE(walk.asked<SubmitDraft>()->draft.later.value(register_), until);
    }

    void whatTheItemWantsNowCannotBePromised()
    {
        Walk walk = atMissing(false);
        QVERIFY(!promiseUntil(walk.state()).isValid());
        walk.then(LaterPromised{});
        QCOMPARE(walk.step(), Step::Missing);
        QVERIFY(walk.state().draft->later.isEmpty());
    }

    void aPromiseIsKeptByScanning()
    {
        Walk walk = atMissing(true);
        walk.then(LaterPromised{}).then(ScanAsked{register_}).then(PagesSealed{{somePage()}}).then(PageKept{});
        QVERIFY(walk.state().draft->later.isEmpty());
        QVERIFY(offersForward(walk.state()));
    }

    void aPromiseTakesTheSignatureAway()
    {
        ServiceState state = atMissing(true).state();
        state.draft->signature = somePage();
        QVERIFY(!Walk(state).then(LaterPromised{}).state().draft->signature);
    }

    void whoFetchesItIsForgottenOnlyWhenTheDraftIsSafe()
    {
        Walk walk = atMissing(false);
        const domain::CaseDraft draft = *walk.state().draft;
        walk.then(FetchAsked{});
        QCOMPARE(walk.asked<PutAway>()->draft.id, draft.id);
        QVERIFY(walk.state().busy && walk.state().draft);
        walk.then(DraftPutAway{});
        QCOMPARE(walk.step(), Step::Away);
        QVERIFY(walk.asked<Wipe>());
        QVERIFY(walk.asked<ReadCard>()->patient);
        QVERIFY(!walk.state().draft && !walk.state().item && walk.state().situations.isEmpty());
        walk.then(cardRead(oldCard())).then(found(draft));
        QCOMPARE(walk.step(), Step::Materials);
        QCOMPARE(walk.state().draft->id, draft.id);
        QVERIFY(!walk.state().returned && walk.state().away.isNull());
    }

    void anotherCardOpensNothing()
    {
        Walk walk = atMissing(false);
        domain::CaseDraft theirs = *walk.state().draft;
        walk.then(FetchAsked{}).then(DraftPutAway{});
        theirs.applicant = youngCard();
        theirs.id = QUuid(QStringLiteral("01934f00-0000-7000-8000-00000000000e")); // an errand of their own
        walk.then(cardRead(youngCard())).then(found(theirs));
        QCOMPARE(walk.step(), Step::Away);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardNotTheSame);
        QVERIFY(!walk.state().returned);
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<ReadCard>()->patient);
        walk.then(cardRead(youngCard())).then(UnfinishedFound{});
        QCOMPARE(walk.state().trouble->kind, ErrorKind::CardNotTheSame);
    }

    void anOlderDraftOfTheSamePersonIsNotTheOneThatWaits()
    {
        Walk walk = atMissing(false);
        domain::CaseDraft older = *walk.state().draft;
        older.id = QUuid(QStringLiteral("01934f00-0000-7000-8000-00000000000f"));
        walk.then(FetchAsked{}).then(DraftPutAway{}).then(cardRead(oldCard())).then(found(older));
        QCOMPARE(walk.step(), Step::Away);
    }

    void othersMayUseTheTerminalMeanwhile()
    {
        Walk walk = atMissing(false);
        walk.then(FetchAsked{}).then(DraftPutAway{}).then(Backward{});
        QCOMPARE(walk.step(), Step::Home);
        QVERIFY(walk.asked<Wipe>() && walk.asked<StopDevices>());
        QVERIFY(!walk.asked<DiscardDraft>());
        Walk late = atMissing(false).then(FetchAsked{}).then(DraftPutAway{}).then(AwayOver{});
        QCOMPARE(late.step(), Step::Farewell);
        QVERIFY(!late.asked<DiscardDraft>());
    }

    void theCoverWaitsForWhoIsBackAlready()
    {
        Walk walk = atMissing(false).then(FetchAsked{}).then(DraftPutAway{}).then(cardRead(oldCard()));
        QCOMPARE(walk.then(AwayOver{}).step(), Step::Away);
    }

    void whoComesAnotherDayIsToldUntilWhen()
    {
        Walk walk = atMissing(false);
        const QDate today = walk.state().today;
        walk.then(OtherDayAsked{}).then(DraftPutAway{});
        QCOMPARE(walk.step(), Step::Kept);
        QVERIFY(walk.asked<Wipe>() && !walk.asked<DiscardDraft>());
        QCOMPARE(walk.state().keptUntil, today.addDays(draftKeptDays));
        QVERIFY(wordsFor(walk.state()).subtitle.contains(today.addDays(30).toString(QStringLiteral("yyyy年M月d日"))));
        QCOMPARE(walk.then(Forward{}).step(), Step::Attract);
    }

    void whatCouldNotBePutAwayStays()
    {
        for (const ServiceEvent &wish : {ServiceEvent(FetchAsked{}), ServiceEvent(OtherDayAsked{})}) {
            Walk walk = atMissing(false).then(wish).then(failure(ErrorKind::StoreFull));
            QCOMPARE(walk.step(), Step::Missing);
            QVERIFY(walk.state().draft && walk.state().trouble && !walk.asked<Wipe>());
            walk.then(TriedAgain{});
            QVERIFY(walk.asked<PutAway>());
            QVERIFY(walk.then(DraftPutAway{}).asked<Wipe>());
        }
    }

    // Her answer to "put away" comes after she has gone back to the list: she is not thrown out.
    void whoChangesTheirMindStays()
    {
        Walk walk = atMissing(false).then(FetchAsked{}).then(Backward{});
        QCOMPARE(walk.step(), Step::Materials);
        QCOMPARE(walk.then(DraftPutAway{}).step(), Step::Materials);
    }

    void aPromiseWhoseDayHasPassedIsMadeAnew()
    {
        Walk walk = atMissing(true).then(LaterPromised{});
        domain::CaseDraft draft = *walk.state().draft;
        draft.signature = somePage();
        draft.later.insert(register_, walk.state().today.addDays(-1));
        Walk back = toCard();
        back.then(cardRead(oldCard())).then(found(draft)).then(DraftContinued{});
        QCOMPARE(back.step(), Step::Materials);
        QVERIFY(back.state().draft->later.isEmpty() && !back.state().draft->signature);
        draft.later.insert(register_, walk.state().today); // the last day itself counts
        Walk inTime = toCard();
        inTime.then(cardRead(oldCard())).then(found(draft)).then(DraftContinued{});
        QCOMPARE(inTime.step(), Step::Review);
    }
};

QTEST_GUILESS_MAIN(FlowLeaveTest)
#include "flow_leave_test.moc"
