// SPDX-License-Identifier: GPL-3.0-or-later
// The office's letter: told of first, read, printed, answered; and what became of the answer.
#include "tests/unit/flow/progress_samples.h"

#include <QSet>
#include <QTest>

using namespace tongban;
using namespace tongban::tests::progress;

class ProgressLetterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLetterIsToldOfFirst()
    {
        const State told = after({Opened{}, CardWasRead{card()}, CasesFound{unread()}});
        QVERIFY(told.step == Step::Mail);
        for (const QString &clause : wordsFor(told).spoken) // that there is one, not what it says
            QVERIFY(!clause.contains(QStringLiteral("第三页")));
        const State later = next(told, ReadLater{}).state;
        QVERIFY(later.step == Step::Case);
        QVERIFY(!has<MarkRead>(next(told, ReadLater{})));
        const Transition now = next(told, Forward{});
        QVERIFY(now.state.step == Step::Letter && has<MarkRead>(now));
        QVERIFY(!has<MarkRead>(next(later, CaseChosen{first})));
        // Where an errand began the person has said 现在看 already.
        const Transition wanted = next(after({LettersWanted{card()}}), CasesFound{unread()});
        QVERIFY(wanted.state.step == Step::Letter && has<MarkRead>(wanted));
    }

    void anAnswerIsBegunAndTheJourneyGoesOn()
    {
        State state = after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}});
        state = next(state, Forward{}).state;
        QVERIFY(state.busy);
        domain::CaseDraft draft;
        draft.id = QUuid::createUuid();
        const Transition entered = next(state, SupplementReady{draft});
        QVERIFY(entered.state.step == Step::Closed && has<EnterJourney>(entered));
        const State gone = next(state, EffectFailed{Error{ErrorKind::InputInvalid, {}, {}}}).state;
        const auto notice = noticeFor(gone, QStringLiteral("010-1"));
        QVERIFY(notice && notice->nextStep.contains(QStringLiteral("窗口")));
        QVERIFY(next(gone, Backward{}).state.step == Step::Letter); // the letter can still be read
        QVERIFY(!next(gone, Backward{}).state.trouble);
        // Who has left meanwhile enters nothing.
        QVERIFY(!has<EnterJourney>(next(next(state, Left{}).state, SupplementReady{draft})));
    }

    void whatBecameOfItIsSaid()
    {
        using Given = ports::GivenSupplement::State;
        QSet<QString> words;
        for (const Given given : {Given::Kept, Given::Sent, Given::Refused}) {
            const State state = after({Opened{}, CardWasRead{card()}, CasesFound{answered(given)}, Forward{}});
            QVERIFY(state.step == Step::Letter && !canSupplement(state));
            words << wordsFor(state).subtitle;
            QVERIFY(has<EndSession>(next(state, Forward{})));
        }
        QCOMPARE(words.size(), 3);
    }

    void theLetterIsPrinted()
    {
        const State letter = after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}});
        const Transition begun = next(letter, PrintWanted{});
        QVERIFY(has<PrintLetter>(begun));
        QVERIFY(!has<PrintLetter>(next(begun.state, PrintWanted{}))); // once
        const State asking = next(begun.state, LetterPrinted{ports::PrintOutcome::Unknown}).state;
        QVERIFY(!has<PrintLetter>(next(asking, PrintWanted{}))); // a person says first whether it came out
        QVERIFY(has<RecordPaper>(next(asking, PaperSeen{false})));
        const State failed = next(begun.state, LetterNotPrinted{paperOut}).state;
        QVERIFY(noticeFor(failed, {}) && has<PrintLetter>(next(failed, TriedAgain{})));
    }
};

QTEST_GUILESS_MAIN(ProgressLetterTest)
#include "progress_letter_test.moc"
