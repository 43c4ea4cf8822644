// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 by the code of a receipt: the state of its case, and the card for what is private; and what is said when a card,
// a code or the store fails.
#include "app/flow/progress/progress_words.h"
#include "app/flow/progress/status_words.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::flow::progress;
using domain::CaseStatus;

namespace {

const QDateTime noon(QDate(2026, 3, 5), QTime(4, 0), Qt::UTC);
const Error torn{ErrorKind::CodeUnreadable, QStringLiteral("test"), {}};
const Error forged{ErrorKind::SealBroken, QStringLiteral("test"), {}};

// One case that wants something, with its letter.
ports::Followed askedFor()
{
    const QUuid id = QUuid::createUuid();
    return {.cases = {{.id = id,
                       .localNumber = QStringLiteral("N-1"),
                       .projectNumber = QStringLiteral("P-1"),
                       .item = {},
                       .submittedAt = noon,
                       .status = CaseStatus::Supplementing,
                       .way = {{CaseStatus::Queued, noon}, {CaseStatus::Supplementing, noon.addDays(1)}},
                       .notices = {{.id = QUuid::createUuid(),
                                    .caseId = id,
                                    .kind = ports::NoticeKind::Correction,
                                    .issuedAt = noon,
                                    .due = QDate(2026, 4, 1),
                                    .title = QStringLiteral("请补正"),
                                    .items = {{{}, QStringLiteral("请写上电话")}}}}}},
            .asOf = noon};
}

State after(const std::vector<Event> &events)
{
    State state;
    for (const Event &event : events)
        state = next(state, event).state;
    return state;
}

template <class E> bool has(const Transition &transition)
{
    return std::any_of(transition.effects.begin(), transition.effects.end(),
                       [](const Effect &effect) { return std::holds_alternative<E>(effect); });
}

} // namespace

class ProgressReceiptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReceiptOpensItsCaseAndTheCardItsLetter()
    {
        const Transition scanned = next(after({Opened{true}}), CodeWasRead{});
        QVERIFY(has<FindByReceipt>(scanned) && has<StopDevices>(scanned));
        State state = next(scanned.state, CasesFound{askedFor()}).state;
        QVERIFY(state.step == Step::Case && wantsCard(state) && !letterToRead(state));
        QVERIFY(wordsFor(state).primary.contains(QStringLiteral("刷身份证")));
        const Transition card = next(state, Forward{});
        QVERIFY(has<ReadCard>(card) && card.state.step == Step::Identify && card.state.found.cases.empty());
        QVERIFY(!has<ReadCode>(next(after({}), Opened{}))); // without a scanner nobody is told of one
        State gone = next(scanned.state, CasesFound{}).state;
        QVERIFY(gone.trouble == ErrorKind::NotFound);
    }

    void everyCodeThatIsNoneHasItsWords()
    {
        QSet<QString> titles;
        for (const State &state : {after({Opened{true}, CodeNotRead{torn}}), after({Opened{true}, CodeWasRead{}, EffectFailed{forged}}),
                                   after({Opened{true}, CodeWasRead{}, CasesFound{}})}) {
            const auto notice = noticeFor(state, QStringLiteral("010-1"));
            QVERIFY(notice && !notice->nextStep.isEmpty() && !notice->action.isEmpty());
            titles << notice->title;
            QVERIFY(has<ReadCode>(next(state, TriedAgain{})));
        }
        QCOMPARE(titles.size(), 3);
    }

    void aTroubleSaysWhatToDo()
    {
        const Error lifted{ErrorKind::CardLifted, QStringLiteral("test"), {}};
        const Error corrupt{ErrorKind::StoreCorrupt, QStringLiteral("test"), {}};
        const State card = after({Opened{}, EffectFailed{lifted}});
        const auto notice = noticeFor(card, QStringLiteral("010-1"));
        QVERIFY(notice && !notice->action.isEmpty() && !notice->nextStep.isEmpty());
        QVERIFY(has<ReadCard>(next(card, TriedAgain{})));
        const State store = after({Opened{}, CardWasRead{domain::IdCard()}, EffectFailed{corrupt}});
        const auto broken = noticeFor(store, QStringLiteral("010-1"));
        QVERIFY(broken && broken->help.contains(QStringLiteral("010-1")));
        const Transition again = next(store, TriedAgain{});
        QVERIFY(has<FindCases>(again) && !has<ReadCard>(again)); // the card need not be laid down twice
        QVERIFY(!noticeFor(next(store, TriedAgain{}).state, {}));
    }
};

QTEST_GUILESS_MAIN(ProgressReceiptTest)
#include "progress_receipt_test.moc"
