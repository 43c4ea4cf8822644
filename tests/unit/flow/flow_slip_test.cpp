// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单 on paper: asked for at the guide, or where a situation is closed; without a card, and without losing one's
// place.
#include "tests/unit/flow/walk.h"

#include "app/flow/service/notice.h"
#include "app/flow/service/page_words.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

Walk atGuideOf(const domain::ServiceItem &item)
{
    Walk walk;
    walk.then(Touched{}).then(ItemChosen{item});
    return walk;
}

// 高龄津贴 has no situations: the list is printed at once.
Walk printing()
{
    Walk walk = atGuideOf(allowanceItem());
    walk.then(SlipWanted{});
    return walk;
}

domain::ServiceItem forTwo() // several, whom no card brings
{
    domain::ServiceItem item = situatedItem();
    item.parties.push_back({.key = QStringLiteral("helper"),
                            .label = QStringLiteral("代办人"),
                            .when = item.situations[1].field.visibleWhen,
                            .presence = {domain::Presence::Card},
                            .who = domain::Party::Who::Several});
    return item;
}

} // namespace

class FlowSlipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutSituationsItIsPrintedAtOnce()
    {
        const Walk walk = printing();
        QCOMPARE(walk.step(), Step::Slip);
        QVERIFY(walk.state().busy && !walk.state().draft);
        const auto *print = walk.asked<PrintSlip>();
        QVERIFY(print);
        QCOMPARE(print->item.code, allowanceItem().code);
        QVERIFY(print->situations.isEmpty());
    }

    void theSituationsAreAskedFirst()
    {
        Walk walk = atGuideOf(situatedItem());
        walk.then(SlipWanted{});
        QCOMPARE(walk.step(), Step::Situation);
        QVERIFY(!walk.asked<PrintSlip>());
        walk.then(Forward{}); // no answer, no list
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        QVERIFY(!next(walk.state(), TriedAgain{}).state.busy);
        walk.answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        QCOMPARE(walk.step(), Step::Slip);
        const auto *print = walk.asked<PrintSlip>();
        QVERIFY(print && !walk.asked<ReadCard>());
        QCOMPARE(print->situations.value(QStringLiteral("whom")).reveal(), QStringLiteral("other"));
        QCOMPARE(print->situations.value(QStringLiteral("closeness")).reveal(), QStringLiteral("child"));
    }

    // Who asked for the list and went back asked for nothing any more.
    void aWishThatWasTakenBackPrintsNothing()
    {
        Walk walk = atGuideOf(situatedItem());
        walk.then(SlipWanted{}).then(Backward{});
        QCOMPARE(walk.step(), Step::Guide);
        walk.then(Forward{}).answer("whom", QStringLiteral("self")).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(!walk.asked<PrintSlip>());
    }

    void aClosedSituationStillGivesTheList()
    {
        Walk walk = atGuideOf(forTwo());
        walk.then(Forward{}).answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        QCOMPARE(walk.state().trouble->kind, ErrorKind::NotEligible);
        QCOMPARE(noticeFor(ErrorKind::NotEligible, Step::Situation, {}).action, QStringLiteral("打印材料清单"));
        walk.then(TriedAgain{});
        QCOMPARE(walk.step(), Step::Slip);
        QVERIFY(walk.asked<PrintSlip>());
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed}).then(Forward{});
        QCOMPARE(walk.step(), Step::Guide);
    }

    // Wanted from the guide, the list of a closed situation comes without a detour.
    void wantedAtTheGuideNobodyIsRefusedIt()
    {
        Walk walk = atGuideOf(forTwo());
        walk.then(SlipWanted{}).answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        QCOMPARE(walk.step(), Step::Slip);
        QVERIFY(!walk.state().trouble);
    }

    void afterwardsOneIsWhereOneWas()
    {
        Walk walk = atGuideOf(situatedItem());
        walk.then(SlipWanted{}).answer("whom", QStringLiteral("self")).then(Forward{});
        QVERIFY(!offersForward(walk.state()) && !offersBackward(walk.state()));
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        QVERIFY(offersForward(walk.state()));
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Guide);
        QCOMPARE(walk.state().print, PrintPhase::None);
        QCOMPARE(walk.state().situations.value(QStringLiteral("whom")).reveal(), QStringLiteral("self"));
        walk.then(Forward{}).then(Forward{}); // answered already
        QCOMPARE(walk.step(), Step::Identify);
    }

    void aFailureIsToldAndTriedAgain()
    {
        Walk walk = printing();
        walk.then(failure(ErrorKind::PaperOut));
        QCOMPARE(walk.state().print, PrintPhase::Failed);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::PaperOut);
        const Notice notice = noticeFor(ErrorKind::PaperOut, Step::Slip, {});
        QCOMPARE(notice.action, QStringLiteral("再打一次"));
        QVERIFY(notice.nextStep.contains(QStringLiteral("窗口")));
        walk.then(TriedAgain{});
        QVERIFY(walk.asked<PrintSlip>() && !walk.state().trouble);
        walk.then(failure(ErrorKind::DeviceSilent)).then(Forward{}); // 不打了
        QCOMPARE(walk.step(), Step::Guide);
        QVERIFY(!walk.state().trouble);
    }

    void whenNobodyCanKnowThePersonIsAsked()
    {
        Walk walk = printing();
        walk.then(PrintEnded{ports::PrintOutcome::Unknown});
        QCOMPARE(walk.state().print, PrintPhase::Asking);
        QVERIFY(!offersForward(walk.state()));
        Walk denied = walk;
        walk.then(PaperSeen{true});
        QVERIFY(walk.asked<RecordSlip>() && walk.asked<RecordSlip>()->cameOut);
        QCOMPARE(walk.state().print, PrintPhase::Confirmed);
        denied.then(PaperSeen{false});
        QVERIFY(denied.asked<RecordSlip>() && !denied.asked<RecordSlip>()->cameOut);
        QCOMPARE(denied.state().print, PrintPhase::Failed);
        QVERIFY(!denied.asked<PrintSlip>()); // nothing is printed twice by itself
    }

    void anAnswerThatComesTwiceChangesNothing()
    {
        Walk walk = printing();
        walk.then(PrintEnded{ports::PrintOutcome::Confirmed});
        for (const ServiceEvent &late :
             {ServiceEvent(PrintEnded{ports::PrintOutcome::Unknown}), ServiceEvent(failure(ErrorKind::PaperOut)),
              ServiceEvent(PaperSeen{false}), ServiceEvent(TriedAgain{}), ServiceEvent(Backward{})})
            QCOMPARE(printOf(next(walk.state(), late).state), printOf(walk.state()));
    }
};

QTEST_GUILESS_MAIN(FlowSlipTest)
#include "flow_slip_test.moc"
