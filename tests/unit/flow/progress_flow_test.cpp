// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 as a pure function: every state × every event, and the ways that people take.
#include "tests/unit/flow/progress_samples.h"

#include <QSet>
#include <QTest>

#include <random>

using namespace tongban;
using namespace tongban::tests::progress;

namespace {

// What must hold of every state; empty when it does.
QString unsound(const State &state)
{
    const bool isPersonal = state.holder || !state.found.cases.empty() || !state.chosen.isNull();
    if (state.step == Step::Closed && (isPersonal || state.busy || state.trouble))
        return QStringLiteral("something is left where nobody is");
    if (state.byReceipt && (state.holder || state.step > Step::Case || state.step == Step::List))
        return QStringLiteral("a receipt opens one case and no letter");
    if (state.byReceipt && !state.found.cases.empty() &&
        (!state.found.cases.front().notices.empty() || !state.found.cases.front().projectNumber.isEmpty()))
        return QStringLiteral("what is private, upon a receipt");
    if (state.step > Step::Identify && !state.holder && !state.byReceipt)
        return QStringLiteral("cases are shown and nobody laid down a card");
    if ((state.step >= Step::Case || state.step == Step::Mail) != (chosenCase(state) != nullptr))
        return QStringLiteral("the page of a case, and no case");
    if (state.step == Step::Letter && !letterToRead(state))
        return QStringLiteral("the page of a letter, and no letter");
    if (state.step == Step::Mail && !letterToRead(state))
        return QStringLiteral("told of a letter that is not there");
    if (state.print != flow::PrintPhase::None && state.step != Step::Letter)
        return QStringLiteral("a letter is printed where none is read");
    if (state.beginsSupplement && (!state.busy || state.step != Step::Letter))
        return QStringLiteral("a letter is answered where none is read");
    if (state.trouble && state.busy)
        return QStringLiteral("a trouble while work is under way");
    if (state.step != Step::Closed && wordsFor(state).title.isEmpty())
        return QStringLiteral("a page without a title");
    if (state.step == Step::Identify && !state.busy && !state.trouble)
        return QStringLiteral("nothing is waited for and nothing is said");
    return {};
}

QString wrong(const State &before, const Event &event, const Transition &after)
{
    if (const QString fault = unsound(after.state); !fault.isEmpty())
        return fault;
    if ((has<ReadCard>(after) || has<FindCases>(after)) && !after.state.busy)
        return QStringLiteral("work was begun and the page does not show it");
    if (after.state.busy && !before.busy && !has<ReadCard>(after) && !has<FindCases>(after) &&
        !has<BeginSupplement>(after))
        return QStringLiteral("busy, but nothing was begun");
    const bool waitedForCard = before.busy && !before.holder && !before.byReceipt;
    if (after.state.step == Step::Closed && waitedForCard && !has<StopDevices>(after))
        return QStringLiteral("the reader goes on for nobody");
    const bool isReadOnly = !canSupplement(before) && !before.busy && before.print != flow::PrintPhase::Printing;
    const bool isThrough = before.step == Step::List || (before.step == Step::Letter && isReadOnly) ||
                           (before.step == Step::Case && !letterToRead(before) && !wantsCard(before));
    if (has<EndSession>(after) != (std::holds_alternative<Forward>(event) && isThrough))
        return QStringLiteral("only who is through ends the session");
    if (has<EnterJourney>(after) && after.state.step != Step::Closed)
        return QStringLiteral("two places at once");
    const bool opensLetter = after.state.step == Step::Letter && before.step != Step::Letter;
    if (has<MarkRead>(after) && !opensLetter)
        return QStringLiteral("read by nobody");
    return {};
}

} // namespace

class ProgressFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesAreWhole()
    {
        QSet<int> steps;
        for (const NamedState &sample : everyState()) {
            QVERIFY2(unsound(sample.state).isEmpty(), sample.name);
            steps << static_cast<int>(sample.state.step);
        }
        QCOMPARE(steps.size(), stepCount);
        QSet<size_t> kinds;
        for (const Event &event : everyEvent())
            kinds << event.index();
        QCOMPARE(static_cast<size_t>(kinds.size()), std::variant_size_v<Event>);
    }

    void everyPair()
    {
        for (const NamedState &sample : everyState()) {
            for (const Event &event : everyEvent()) {
                const QString fault = wrong(sample.state, event, next(sample.state, event));
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1, event %2: %3")
                                                         .arg(QString::fromLatin1(sample.name))
                                                         .arg(event.index())
                                                         .arg(fault)));
            }
        }
    }

    void everybodyCanLeave()
    {
        for (const NamedState &sample : everyState()) {
            QVERIFY2(next(sample.state, Left{}).state.step == Step::Closed, sample.name);
            State state = sample.state;
            for (int touch = 0; touch < stepCount; ++touch)
                state = next(state, Backward{}).state;
            QVERIFY2(state.step == Step::Closed, sample.name);
        }
    }

    void longWalksStaySound()
    {
        std::mt19937 random(20260305);
        const auto events = everyEvent();
        State state;
        for (int i = 0; i < 20'000; ++i) {
            const Event &event = events[random() % events.size()];
            const Transition after = next(state, event);
            const QString fault = wrong(state, event, after);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
            state = after.state;
        }
    }

    void whoHasOneCaseSeesItAtOnce()
    {
        State state = after({Opened{}, CardWasRead{card()}, CasesFound{single()}});
        QVERIFY(state.step == Step::Case);
        QVERIFY(next(state, Backward{}).state.step == Step::Closed);
    }

    void whoHasSeveralChooses()
    {
        State state = after({Opened{}, CardWasRead{card()}, CasesFound{several()}});
        QVERIFY(state.step == Step::List);
        QVERIFY(wordsFor(state).subtitle.contains(QStringLiteral("1")));
        state = next(state, CaseChosen{second}).state;
        QCOMPARE(chosenCase(state)->id, second);
        QCOMPARE(wordsFor(state).title, wordsOf(CaseStatus::Supplementing).brief);
        QVERIFY(next(state, Backward{}).state.step == Step::List);
    }

    void aLetterIsReadBeforeOneLeaves()
    {
        State state = after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}});
        const QString toLetter = wordsFor(state).primary;
        state = next(state, Forward{}).state;
        QVERIFY(state.step == Step::Letter);
        const PageWords words = wordsFor(state);
        QVERIFY(words.primary != toLetter);
        QVERIFY(words.subtitle.contains(QStringLiteral("4月1日")));
        QCOMPARE(words.spoken, QStringList({words.title, words.subtitle, QStringLiteral("第三页看不清"),
                                            QStringLiteral("请写上电话")}));
        QVERIFY(next(state, Backward{}).state.step == Step::Case);
        QCOMPARE(words.primary, QStringLiteral("现在补"));
        QVERIFY(has<BeginSupplement>(next(state, Forward{})));
        ports::Followed received = askedFor();
        received.cases.front().status = CaseStatus::Received; // it was brought meanwhile
        const State goesOn = next(next(state, NewsArrived{}).state, CasesFound{received}).state;
        QVERIFY(goesOn.step == Step::Case && !letterToRead(goesOn));
    }

    void newsChangeWhatIsRead()
    {
        State state = after({Opened{}, CardWasRead{card()}, CasesFound{single()}});
        const Transition asked = next(state, NewsArrived{});
        QVERIFY(has<FindCases>(asked));
        ports::Followed later = single();
        later.cases.front().status = CaseStatus::Approved;
        state = next(asked.state, CasesFound{later}).state;
        QVERIFY(state.step == Step::Case && !state.busy);
        QCOMPARE(wordsFor(state).title, wordsOf(CaseStatus::Approved).brief);
        const State kept = next(next(state, NewsArrived{}).state, EffectFailed{corrupt}).state;
        QVERIFY(kept.step == Step::Case && !kept.trouble); // what is read stays
        const State erased = next(next(state, NewsArrived{}).state, CasesFound{}).state;
        QVERIFY(erased.step == Step::List && erased.chosen.isNull());
    }
};

QTEST_GUILESS_MAIN(ProgressFlowTest)
#include "progress_flow_test.moc"
