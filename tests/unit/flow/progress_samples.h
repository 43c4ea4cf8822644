// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody, their cases and the office's letters; every state and every event of 查进度.
#pragma once

#include "app/flow/progress/progress_words.h"
#include "app/flow/progress/status_words.h"
#include "tests/unit/flow/flow_samples.h"

#include <algorithm>

namespace tongban::tests::progress {

using namespace flow::progress;
using domain::CaseStatus;
using flow::PageWords;

inline const QDateTime noon(QDate(2026, 3, 5), QTime(4, 0), Qt::UTC);
inline const QUuid first = QUuid::createUuid();
inline const QUuid second = QUuid::createUuid();

inline domain::IdCard card()
{
    domain::IdCard card;
    card.name = Secret(QStringLiteral("欧阳秀兰"));
    card.idNumber = Secret(QStringLiteral("11010519301231004X"));
    return card;
}

inline ports::FollowedCase one(const QUuid &id, CaseStatus status)
{
    return {.id = id,
            .localNumber = QStringLiteral("N-1"),
            .projectNumber = {},
            .item = {},
            .submittedAt = noon,
            .status = status,
            .way = {{CaseStatus::Queued, noon}, {status, noon.addDays(1)}},
            .notices = {}};
}

inline ports::Followed askedFor()
{
    ports::Followed found{.cases = {one(first, CaseStatus::Supplementing)}, .asOf = noon};
    found.cases.front().notices = {{.id = QUuid::createUuid(),
                                    .caseId = first,
                                    .kind = ports::NoticeKind::Correction,
                                    .issuedAt = noon,
                                    .due = QDate(2026, 4, 1),
                                    .title = QStringLiteral("请补正"),
                                    .items = {{QStringLiteral("householdRegister"), QStringLiteral("第三页看不清")},
                                              {{}, QStringLiteral("请写上电话")}},
                                    .isRead = true}};
    return found;
}
inline ports::Followed unread()
{
    ports::Followed found = askedFor();
    found.cases.front().notices.front().isRead = false;
    return found;
}
inline ports::Followed answered(ports::GivenSupplement::State state)
{
    ports::Followed found = askedFor();
    found.cases.front().supplements = {{.letter = found.cases.front().notices.front().id,
                                        .number = QStringLiteral("N-1-B1"),
                                        .at = noon,
                                        .state = state}};
    return found;
}
inline ports::Followed refused()
{
    ports::Followed found = askedFor();
    found.cases.front().status = CaseStatus::NotAccepted;
    found.cases.front().notices.front().kind = ports::NoticeKind::NotAccepted;
    return found;
}
inline ports::Followed single()
{
    return {.cases = {one(first, CaseStatus::Accepted)}, .asOf = noon};
}
inline ports::Followed several()
{
    return {.cases = {one(first, CaseStatus::Accepted), one(second, CaseStatus::Supplementing)}, .asOf = noon};
}

inline const Error lifted{ErrorKind::CardLifted, QStringLiteral("test"), {}};
inline const Error torn{ErrorKind::CodeUnreadable, QStringLiteral("test"), {}};
inline const Error forged{ErrorKind::SealBroken, QStringLiteral("test"), {}};
inline const Error paperOut{ErrorKind::PaperOut, QStringLiteral("test"), {}};
inline const Error corrupt{ErrorKind::StoreCorrupt, QStringLiteral("test"), {}};

inline State after(const std::vector<Event> &events)
{
    State state;
    for (const Event &event : events)
        state = next(state, event).state;
    return state;
}

struct NamedState
{
    const char *name;
    State state;
};
inline std::vector<NamedState> everyState()
{
    return {
        {"closed", {}},
        {"waiting for a card", after({Opened{}})},
        {"a card that was lifted", after({Opened{}, EffectFailed{lifted}})},
        {"asking the store", after({Opened{}, CardWasRead{card()}})},
        {"the store is broken", after({Opened{}, CardWasRead{card()}, EffectFailed{corrupt}})},
        {"nothing found", after({Opened{}, CardWasRead{card()}, CasesFound{}})},
        {"several", after({Opened{}, CardWasRead{card()}, CasesFound{several()}})},
        {"several, asked again", after({Opened{}, CardWasRead{card()}, CasesFound{several()}, NewsArrived{}})},
        {"one", after({Opened{}, CardWasRead{card()}, CasesFound{single()}})},
        {"one, asked again", after({Opened{}, CardWasRead{card()}, CasesFound{single()}, NewsArrived{}})},
        {"one with a letter", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}})},
        {"a letter", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}})},
        {"a letter, asked again",
         after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, NewsArrived{}})},
        {"told of a letter", after({Opened{}, CardWasRead{card()}, CasesFound{unread()}})},
        {"told of a letter, asked again", after({Opened{}, CardWasRead{card()}, CasesFound{unread()}, NewsArrived{}})},
        {"letters wanted", after({LettersWanted{card()}})},
        {"a letter being answered",
         after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, Forward{}})},
        {"a letter that cannot be answered now",
         after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, Forward{}, EffectFailed{corrupt}})},
        {"a letter that was answered",
         after({Opened{}, CardWasRead{card()}, CasesFound{answered(ports::GivenSupplement::State::Kept)}, Forward{}})},
        {"a refusal", after({Opened{}, CardWasRead{card()}, CasesFound{refused()}, Forward{}})},
        {"a letter printing", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, PrintWanted{}})},
        {"a letter nobody saw", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, PrintWanted{},
                                       LetterPrinted{ports::PrintOutcome::Unknown}})},
        {"a letter on paper", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{}, PrintWanted{},
                                     LetterPrinted{ports::PrintOutcome::Confirmed}})},
        {"a letter without paper", after({Opened{}, CardWasRead{card()}, CasesFound{askedFor()}, Forward{},
                                          PrintWanted{}, LetterNotPrinted{paperOut}})},
        {"waiting for card or code", after({Opened{true}})},
        {"a code is checked", after({Opened{true}, CodeWasRead{}})},
        {"a torn code", after({Opened{true}, CodeNotRead{torn}})},
        {"a forged code", after({Opened{true}, CodeWasRead{}, EffectFailed{forged}})},
        {"by receipt", after({Opened{true}, CodeWasRead{}, CasesFound{single()}})},
        {"by receipt, with a letter", after({Opened{true}, CodeWasRead{}, CasesFound{askedFor()}})},
        {"by receipt, with a new letter", after({Opened{true}, CodeWasRead{}, CasesFound{unread()}})},
        {"one of several", after({Opened{}, CardWasRead{card()}, CasesFound{several()}, CaseChosen{second}})}};
}

inline std::vector<Event> everyEvent()
{
    return {Opened{},
            CaseChosen{second},
            CaseChosen{QUuid::createUuid()},
            Backward{},
            Forward{},
            TriedAgain{},
            Left{},
            CardWasRead{card()},
            Opened{true},
            CodeWasRead{},
            CodeNotRead{torn},
            EffectFailed{forged},
            CasesFound{},
            CasesFound{single()},
            CasesFound{several()},
            NewsArrived{},
            CasesFound{askedFor()},
            CasesFound{unread()},
            LettersWanted{card()},
            ReadLater{},
            PrintWanted{},
            PaperSeen{true},
            PaperSeen{false},
            SupplementReady{},
            LetterPrinted{ports::PrintOutcome::Confirmed},
            LetterPrinted{ports::PrintOutcome::Unknown},
            LetterNotPrinted{paperOut},
            EffectFailed{lifted},
            EffectFailed{corrupt}};
}

template <class E> bool has(const Transition &transition)
{
    return std::any_of(transition.effects.begin(), transition.effects.end(),
                       [](const Effect &effect) { return std::holds_alternative<E>(effect); });
}

} // namespace tongban::tests::progress
