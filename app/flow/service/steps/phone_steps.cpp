// SPDX-License-Identifier: GPL-3.0-or-later
// 输入验证码, and its beginning on the form. Whatever the city says, and if it says nothing, the person goes on: a
// number that is not checked now is kept unverified, and the city checks it later.
#include "app/core/domain/phone_check.h"
#include "app/flow/service/steps/steps.h"

#include <algorithm>

namespace tongban::flow {

namespace {

using Asking = PhoneCheck::Asking;
using Word = PhoneCheck::Word;

bool isDigits(const QString &text)
{
    return text.size() <= domain::phoneCodeDigits &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// The number in the field can be checked: it is asked on this page, is whole, and has not been checked yet.
bool canBeChecked(const ServiceState &state, const QString &field)
{
    const domain::CaseDraft &draft = *state.draft;
    const domain::FormField *phone = draft.item.field(field);
    const auto &page = draft.item.pages.at(static_cast<size_t>(state.formPage));
    return phone && page.fields.contains(field) && domain::isVisible(draft.item, *phone, draft.answers) &&
           domain::takesCode(*phone, draft.answers.value(field)) && !domain::confirmationOf(draft, field);
}

void setWait(PhoneCheck &phone, int seconds)
{
    phone.waitSeconds = std::max(seconds, 0);
    phone.mayAsk = phone.waitSeconds == 0;
    ++phone.answers;
}

Transition sending(ServiceState state)
{
    state.phone.asking = Asking::Sending;
    state.phone.word = Word::None;
    const SendPhoneCode send{state.draft->answers.value(state.phone.field)};
    return stayed(std::move(state), {send});
}

// With what the city said of it; the number stands as it was.
Transition told(const ServiceState &state, Word word)
{
    ServiceState after = state;
    after.phone.asking = Asking::No;
    after.phone.word = word;
    return stayed(std::move(after));
}

Transition codeSent(const ServiceState &state, const PhoneCodeSent &sent)
{
    ServiceState after = state;
    after.step = Step::PhoneCode;
    after.trouble.reset();
    after.phone.asking = Asking::No;
    after.phone.word = Word::None;
    after.phone.challenge = sent.challenge;
    after.phone.code = Secret();
    setWait(after.phone, sent.waitSeconds);
    return stayed(std::move(after));
}

Transition tooSoon(const ServiceState &state, const PhoneTooSoon &answer)
{
    Transition after = told(state, Word::TooSoon);
    setWait(after.state.phone, answer.waitSeconds);
    return after;
}

// --- at PhoneCode ---

Outcome typed(const ServiceState &state, const Secret &code)
{
    if (state.phone.challenge.isEmpty() || state.phone.asking == Asking::Checking || !isDigits(code.reveal()))
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.phone.code = code;
    return stayed(std::move(after));
}

Outcome checking(const ServiceState &state)
{
    if (!mayCheckCode(state))
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.phone.asking = Asking::Checking;
    const PhoneCheck &phone = after.phone;
    const CheckPhoneCode check{after.draft->answers.value(phone.field), phone.challenge, phone.code};
    return stayed(std::move(after), {check});
}

Outcome sentAgain(const ServiceState &state)
{
    if (state.phone.asking != Asking::No || !state.phone.mayAsk)
        return std::nullopt;
    return sending(afterPerson(state));
}

// Back at the form; what is typed of a code is no reason to keep it.
ServiceState atFormAgain(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    after.step = Step::Form;
    after.phone.asking = Asking::No;
    after.phone.code = Secret();
    return after;
}

Transition confirmed(const ServiceState &state, const Secret &token)
{
    ServiceState after = atFormAgain(state);
    const QString field = state.phone.field;
    after.draft->confirmedPhones.insert(field, {.number = after.draft->answers.value(field), .token = token});
    after.phone = {};
    after.phone.field = field;
    after.phone.word = Word::Confirmed;
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Transition refused(const ServiceState &state, Word word, int triesLeft)
{
    Transition after = told(state, word);
    after.state.phone.triesLeft = triesLeft;
    after.state.phone.code = Secret();
    if (word == Word::Gone)
        after.state.phone.challenge.clear();
    return after;
}

} // namespace

Outcome phoneCodeWanted(const ServiceState &state, const QString &field)
{
    if (!canBeChecked(state, field))
        return std::nullopt;
    const bool isSame = state.phone.field == field;
    if (isSame && state.phone.asking != Asking::No)
        return std::nullopt;
    ServiceState after = afterPerson(state);
    if (isSame && !state.phone.challenge.isEmpty()) { // it is on its way, or there already
        after.step = Step::PhoneCode;
        return stayed(std::move(after));
    }
    if (isSame && !state.phone.mayAsk)
        return std::nullopt;
    after.phone = {};
    after.phone.field = field;
    return sending(std::move(after));
}

Outcome phoneCodeSent(const ServiceState &state, const PhoneCodeSent &sent)
{
    return state.phone.asking == Asking::Sending ? Outcome(codeSent(state, sent)) : std::nullopt;
}

Outcome phoneTooSoon(const ServiceState &state, const PhoneTooSoon &answer)
{
    return state.phone.asking == Asking::No ? std::nullopt : Outcome(tooSoon(state, answer));
}

Outcome phoneSilent(const ServiceState &state)
{
    return state.phone.asking == Asking::No ? std::nullopt : Outcome(told(state, Word::Silent));
}

Outcome phoneWaitOver(const ServiceState &state)
{
    if (state.phone.mayAsk)
        return std::nullopt;
    ServiceState after = state;
    after.phone.mayAsk = true;
    if (after.phone.word == Word::TooSoon)
        after.phone.word = Word::None;
    return stayed(std::move(after));
}

bool mayCheckCode(const ServiceState &state)
{
    return state.step == Step::PhoneCode && state.phone.asking == Asking::No && !state.phone.challenge.isEmpty() &&
           state.phone.code.reveal().size() == domain::phoneCodeDigits;
}

Outcome atPhoneCode(const ServiceState &state, const ServiceEvent &event)
{
    const bool isChecking = state.phone.asking == Asking::Checking;
    const Knows table{
        [&](const PhoneCodeTyped &given) -> Outcome { return typed(state, given.code); },
        [&](const Forward &) -> Outcome { return checking(state); },
        [&](const PhoneCodeWanted &) -> Outcome { return sentAgain(state); },
        [&](const PhoneLater &) -> Outcome { return formPageDone(atFormAgain(state)); },
        [&](const Backward &) -> Outcome { return stayed(atFormAgain(state)); },
        [&](const PhoneCodeSent &sent) -> Outcome { return phoneCodeSent(state, sent); },
        [&](const PhoneTooSoon &answer) -> Outcome { return phoneTooSoon(state, answer); },
        [&](const PhoneSilent &) -> Outcome { return phoneSilent(state); },
        [&](const PhoneWaitOver &) -> Outcome { return phoneWaitOver(state); },
        [&](const PhoneConfirmed &answer) -> Outcome {
            return isChecking ? Outcome(confirmed(state, answer.token)) : std::nullopt;
        },
        [&](const PhoneCodeWrong &answer) -> Outcome {
            return isChecking ? Outcome(refused(state, Word::Wrong, answer.triesLeft)) : std::nullopt;
        },
        [&](const PhoneCodeGone &) -> Outcome {
            return isChecking ? Outcome(refused(state, Word::Gone, 0)) : std::nullopt;
        },
        [&](const TriedAgain &) -> Outcome { return savedAgain(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
