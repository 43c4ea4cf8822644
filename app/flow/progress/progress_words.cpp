// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/progress/progress_words.h"

#include "app/flow/progress/status_words.h"
#include "app/flow/service/supplement_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::flow::progress {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

PageWords identifyWords(const State &state)
{
    PageWords words;
    if (state.byReceipt && state.busy) {
        words.title = Words::tr("扫好了，回执可以拿走了");
        words.subtitle = Words::tr("正在核对回执上的码。");
    } else if (state.codes && !state.holder) {
        words.title = Words::tr("请刷身份证，或者扫回执");
        words.subtitle = Words::tr("回执上的核验码，放到扫码的地方。");
    } else if (state.holder && state.busy) {
        words.title = Words::tr("读好了，身份证可以拿走了");
        words.subtitle = Words::tr("正在找您办的事。");
    } else {
        words.title = Words::tr("请刷身份证");
        words.subtitle = Words::tr("刷一下，就知道您的事办到哪一步。");
    }
    return words;
}

// What a person must not miss goes before everything else.
PageWords listWords(const State &state)
{
    PageWords words;
    words.primary = Words::tr("看好了");
    if (state.found.cases.empty()) {
        words.title = Words::tr("没有查到您的申请");
        words.subtitle = Words::tr("只查得到在这台机器上办的。在别处办的，请问工作人员。");
        return words;
    }
    const auto waiting = std::count_if(state.found.cases.begin(), state.found.cases.end(),
                                       [](const ports::FollowedCase &one) { return wantsThePerson(one.status); });
    words.title = Words::tr("您办的 %n 件事", nullptr, static_cast<int>(state.found.cases.size()));
    words.subtitle = waiting > 0 ? Words::tr("有 %n 件要您看一看，请点开。", nullptr, static_cast<int>(waiting))
                                 : Words::tr("点一件，看办到哪一步。");
    return words;
}

PageWords caseWords(const State &state)
{
    PageWords words;
    words.primary = Words::tr("看好了");
    if (const ports::FollowedCase *chosen = chosenCase(state)) {
        const StatusWords status = wordsOf(chosen->status);
        words.title = status.brief;
        words.subtitle = status.meaning;
    }
    if (wantsCard(state))
        words.primary = Words::tr("刷身份证看通知");
    if (letterToRead(state))
        words.primary = Words::tr("看通知");
    return words;
}

// What became of what was brought.
QString givenWords(const ports::GivenSupplement &given)
{
    const QString day = given.at.toLocalTime().toString(Words::tr("M月d日"));
    switch (given.state) {
    case ports::GivenSupplement::State::Kept:
        return Words::tr("%1您补过了，还在这台机器里。线路通了会自己送。").arg(day);
    case ports::GivenSupplement::State::Sent:
        return Words::tr("%1您补过了，市里收到了，等工作人员看。").arg(day);
    case ports::GivenSupplement::State::Refused:
        return Words::tr("%1您补过了，市里没有收。东西都还在，请到窗口问一问。").arg(day);
    }
    Q_UNREACHABLE();
}

// Read aloud whole: who cannot read must know what is missing (SCOPE 28).
PageWords letterWords(const State &state)
{
    PageWords words;
    const ports::Notice *letter = letterToRead(state);
    if (!letter)
        return words;
    words.title = wordsOf(letter->kind);
    const QString until = letter->due.toString(Words::tr("M月d日"));
    if (const ports::GivenSupplement *given = givenFor(state))
        words.subtitle = givenWords(*given);
    else if (canSupplement(state))
        words.subtitle = letter->due.isValid() ? Words::tr("请在%1以前补齐。现在就能补，也可以带到窗口。").arg(until)
                                               : Words::tr("现在就能补，也可以带到窗口。");
    else if (letter->kind == ports::NoticeKind::Correction)
        words.subtitle = letter->due.isValid() ? Words::tr("请在%1以前，把这些带到窗口补齐。").arg(until)
                                               : Words::tr("请把这些带到窗口补齐。");
    else
        words.subtitle = Words::tr("有不明白的，请到窗口问。");
    words.primary = canSupplement(state) ? Words::tr("现在补") : Words::tr("看好了");
    for (const ports::NoticeItem &item : letter->items)
        words.spoken << item.text;
    return words;
}

PageWords mailWords(const State &state)
{
    const ports::Notice *letter = letterToRead(state);
    return letter ? flow::letterWords(letter->kind) : PageWords();
}

PageWords silentWords(const State &state)
{
    switch (state.step) {
    case Step::Closed:
        return {};
    case Step::Identify:
        return identifyWords(state);
    case Step::Mail:
        return mailWords(state);
    case Step::List:
        return listWords(state);
    case Step::Case:
        return caseWords(state);
    case Step::Letter:
        return letterWords(state);
    }
    Q_UNREACHABLE();
}

// The letter stands as it was; only printing or answering it went wrong.
Notice letterNotice(const State &state, const QString &hallPhone)
{
    Notice notice = flow::noticeFor(*state.trouble, flow::Step::Slip, {.hallPhone = hallPhone, .fieldSentence = {}});
    notice.kept = Words::tr("信还在，什么都没有改动。");
    if (state.print == PrintPhase::Failed) {
        notice.nextStep = Words::tr("请叫工作人员来弄好再打，也可以到窗口要一张。");
    } else {
        const bool isGone = *state.trouble == ErrorKind::InputInvalid || *state.trouble == ErrorKind::NotFound;
        notice.title = Words::tr("现在补不了");
        notice.body = isGone ? Words::tr("这封信补过了，或者已经撤回。") : Words::tr("这台机器的记录现在打不开。");
        notice.nextStep = Words::tr("请把要补的带到窗口。");
        notice.action = Words::tr("再试一次");
    }
    notice.spoken = QStringList{notice.title, notice.body, notice.kept, notice.nextStep};
    return notice;
}

} // namespace

PageWords wordsFor(const State &state)
{
    PageWords words = silentWords(state);
    words.bar = -1;
    QStringList head{words.title, words.subtitle};
    head.removeAll(QString());
    words.spoken = head + words.spoken;
    return words;
}

namespace {

// Of a code: what it is not, and the way that is left.
void tellOfCode(Notice &notice, ErrorKind kind)
{
    notice.action = Words::tr("再试一次");
    notice.nextStep = Words::tr("可以刷身份证查，也可以拿着回执到窗口问。");
    if (kind == ErrorKind::CodeUnreadable) {
        notice.title = Words::tr("没认出这个码");
        notice.body = Words::tr("这不是回执上的核验码，或者码破了，没扫全。");
        notice.nextStep = Words::tr("请把回执摊平再扫一次，也可以刷身份证查。");
    } else if (kind == ErrorKind::SealBroken) {
        notice.title = Words::tr("这个码核对不上");
        notice.body = Words::tr("码上的签名不对，不能当作回执。");
    } else if (kind == ErrorKind::NotFound) {
        notice.title = Words::tr("这台机器上没有这件事");
        notice.body = Words::tr("可能是在别的机器上办的，那里能查。");
    }
}

} // namespace

// The card fails here as it does where an application begins; what is kept is another thing.
std::optional<Notice> noticeFor(const State &state, const QString &hallPhone)
{
    if (!state.trouble)
        return std::nullopt;
    if (state.step == Step::Letter)
        return letterNotice(state, hallPhone);
    Notice notice =
        flow::noticeFor(*state.trouble, flow::Step::Identify, {.hallPhone = hallPhone, .fieldSentence = {}});
    notice.kept = Words::tr("查进度不会改动您的申请。");
    if (state.holder) { // the card was read; it is the store that does not answer
        notice.title = Words::tr("现在查不了");
        notice.body = Words::tr("这台机器的记录现在打不开。");
        notice.action = Words::tr("再查一次");
    }
    const bool isOfCode = *state.trouble == ErrorKind::CodeUnreadable || (state.byReceipt && !state.holder);
    if (isOfCode)
        tellOfCode(notice, *state.trouble);
    notice.spoken = QStringList{notice.title, notice.body, notice.kept, notice.nextStep};
    return notice;
}

} // namespace tongban::flow::progress
