// SPDX-License-Identifier: GPL-3.0-or-later
// 情形: asked before the card, decide what is asked for, and become answers of the application.
#include "tests/unit/flow/walk.h"

#include "app/flow/service/page_words.h"

#include <QTest>

using namespace tongban;
using namespace tongban::flow;
using namespace tongban::tests;

namespace {

Walk toQuestions()
{
    Walk walk;
    walk.then(Touched{}).then(ItemChosen{situatedItem()}).then(Forward{});
    return walk;
}

Walk toLastFormPage(Walk walk)
{
    walk.then(cardRead(oldCard())).then(UnfinishedFound{}).then(Forward{});
    walk.answer("phone", QStringLiteral("13800138000")).then(Forward{});
    walk.answer("living", QStringLiteral("alone")).then(Forward{});
    walk.answer("payout", QStringLiteral("passbook"));
    return walk;
}

} // namespace

class FlowSituationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsComeBeforeTheCard()
    {
        Walk walk = toQuestions();
        QCOMPARE(walk.step(), Step::Situation);
        QCOMPARE(wordsFor(walk.state()).title, QStringLiteral("替谁办？"));
        walk.answer("whom", QStringLiteral("other")).then(Forward{});
        QCOMPARE(walk.step(), Step::Situation);
        QCOMPARE(wordsFor(walk.state()).title, QStringLiteral("他是您什么人？"));
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
        QVERIFY(walk.asked<ReadCard>());
    }

    void aQuestionThatDoesNotApplyIsNotAsked()
    {
        Walk walk = toQuestions();
        walk.answer("whom", QStringLiteral("self")).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
    }

    void withoutAnAnswerNobodyGoesOn()
    {
        Walk walk = toQuestions();
        walk.then(Forward{});
        QCOMPARE(walk.step(), Step::Situation);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::InputInvalid);
        walk.answer("whom", QStringLiteral("moon")).then(Forward{});
        QCOMPARE(walk.step(), Step::Situation);
        walk.answer("whom", QStringLiteral("self"));
        QVERIFY(!walk.state().trouble);
    }

    void answersGoIntoTheDraftAndDecideWhatIsBrought()
    {
        Walk alone = toQuestions();
        alone.answer("whom", QStringLiteral("self")).then(Forward{});
        alone = toLastFormPage(alone);
        QCOMPARE(alone.state().draft->answers.value(QStringLiteral("whom")).reveal(), QStringLiteral("self"));
        alone.then(Forward{});
        QCOMPARE(alone.step(), Step::Materials);

        Walk helped = toQuestions();
        helped.answer("whom", QStringLiteral("other")).then(Forward{});
        helped.answer("closeness", QStringLiteral("neighbour")).then(Forward{});
        helped = toLastFormPage(helped).then(Forward{});
        QCOMPARE(helped.step(), Step::Signature); // nothing is asked of them
        QVERIFY(!next(helped.state(), ScanAsked{QStringLiteral("householdRegister")}).state.busy);
    }

    // Who needs others beside them hears so before the card is read, and may choose anew.
    void whatTakesSeveralPeopleEndsAtTheQuestion()
    {
        domain::ServiceItem item = situatedItem();
        item.parties.push_back({.key = QStringLiteral("helper"),
                                .label = QStringLiteral("代办人"),
                                .when = item.situations[1].field.visibleWhen,
                                .presence = {domain::Presence::Card},
                                .who = domain::Party::Who::Several});
        Walk walk;
        walk.then(Touched{}).then(ItemChosen{item}).then(Forward{});
        walk.answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        QCOMPARE(walk.step(), Step::Situation);
        QCOMPARE(walk.state().trouble->kind, ErrorKind::NotEligible);
        walk.then(Backward{}).answer("whom", QStringLiteral("self")).then(Forward{});
        QCOMPARE(walk.step(), Step::Identify);
    }

    // Changing one's mind leaves no answer behind to a question that is no longer asked.
    void anotherAnswerForgetsWhatHungOnIt()
    {
        Walk walk = toQuestions();
        walk.answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Backward{});
        walk.answer("whom", QStringLiteral("self"));
        QVERIFY(!walk.state().situations.contains(QStringLiteral("closeness")));
    }

    void theWayBackLeadsThroughTheQuestions()
    {
        Walk walk = toQuestions();
        walk.answer("whom", QStringLiteral("other")).then(Forward{});
        walk.answer("closeness", QStringLiteral("child")).then(Forward{});
        walk.then(Backward{});
        QVERIFY(walk.asked<StopDevices>());
        QCOMPARE(walk.step(), Step::Situation);
        QCOMPARE(walk.state().formPage, 1);
        walk.then(Backward{});
        QCOMPARE(walk.state().formPage, 0);
        walk.then(Backward{});
        QCOMPARE(walk.step(), Step::Guide);
        walk.then(Forward{});
        QCOMPARE(walk.state().situations.value(QStringLiteral("whom")).reveal(), QStringLiteral("other"));
        walk.then(Backward{}).then(Backward{});
        QVERIFY(walk.state().situations.isEmpty()); // another errand, other questions
    }
};

QTEST_GUILESS_MAIN(FlowSituationTest)
#include "flow_situation_test.moc"
