// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

namespace {

const QString phone = QStringLiteral("phone");
const QString challenge = QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a");

ServiceState with(Step step, PhoneCheck check)
{
    ServiceState state = phoneState();
    state.step = step;
    state.phone = std::move(check);
    return state;
}

} // namespace

ServiceState phoneState()
{
    ServiceState state;
    state.step = Step::Form;
    state.item = allowanceItem();
    state.draft = freshDraft();
    state.draft->answers.insert(phone, Secret(QStringLiteral("13800138000")));
    state.today = QDate(2024, 11, 21);
    state.formPage = 1;
    return state;
}

std::vector<NamedState> phoneStates()
{
    using Asking = PhoneCheck::Asking;
    using Word = PhoneCheck::Word;
    PhoneCheck known;
    known.field = phone;
    const auto saying = [&](Word word) {
        PhoneCheck check = known;
        check.word = word;
        return check;
    };
    PhoneCheck asked = known;
    asked.asking = Asking::Sending;
    PhoneCheck tooSoon = saying(Word::TooSoon);
    tooSoon.mayAsk = false;
    tooSoon.waitSeconds = 40;
    tooSoon.answers = 1;
    PhoneCheck there = known;
    there.challenge = challenge;
    there.mayAsk = false;
    there.waitSeconds = 60;
    there.answers = 1;
    PhoneCheck typed = there;
    typed.code = Secret(QStringLiteral("204816"));
    PhoneCheck compared = typed;
    compared.asking = Asking::Checking;
    PhoneCheck unheard = typed;
    unheard.word = Word::Silent;
    PhoneCheck wrong = there;
    wrong.word = Word::Wrong;
    wrong.triesLeft = 2;
    PhoneCheck again = asked;
    again.challenge = challenge;
    ServiceState done = with(Step::Form, saying(Word::Confirmed));
    done.draft->confirmedPhones.insert(
        phone, {Secret(QStringLiteral("13800138000")), Secret(QStringLiteral("a word of the city's"))});
    return {
        {"Form phone whole", phoneState()},
        {"Form phone asked", with(Step::Form, asked)},
        {"Form phone silent", with(Step::Form, saying(Word::Silent))},
        {"Form phone too soon", with(Step::Form, tooSoon)},
        {"Form phone, code under way", with(Step::Form, there)},
        {"Form phone confirmed", done},
        {"PhoneCode", with(Step::PhoneCode, there)},
        {"PhoneCode typed", with(Step::PhoneCode, typed)},
        {"PhoneCode compared", with(Step::PhoneCode, compared)},
        {"PhoneCode wrong", with(Step::PhoneCode, wrong)},
        {"PhoneCode gone", with(Step::PhoneCode, saying(Word::Gone))},
        {"PhoneCode silent", with(Step::PhoneCode, unheard)},
        {"PhoneCode sent again", with(Step::PhoneCode, again)},
    };
}

std::vector<NamedEvent> phoneEvents()
{
    return {
        {"PhoneCodeWanted", PhoneCodeWanted{phone}},
        {"PhoneCodeWanted of nothing", PhoneCodeWanted{QStringLiteral("nothing")}},
        {"PhoneCodeTyped", PhoneCodeTyped{Secret(QStringLiteral("204816"))}},
        {"PhoneCodeTyped half", PhoneCodeTyped{Secret(QStringLiteral("204"))}},
        {"PhoneCodeTyped too much", PhoneCodeTyped{Secret(QStringLiteral("2048163"))}},
        {"PhoneCodeTyped letters", PhoneCodeTyped{Secret(QStringLiteral("20481X"))}},
        {"PhoneLater", PhoneLater{}},
        {"PhoneCodeSent", PhoneCodeSent{challenge, 60}},
        {"PhoneCodeSent without a wait", PhoneCodeSent{challenge, 0}},
        {"PhoneTooSoon", PhoneTooSoon{40}},
        {"PhoneWaitOver", PhoneWaitOver{}},
        {"PhoneConfirmed", PhoneConfirmed{Secret(QStringLiteral("a word of the city's"))}},
        {"PhoneCodeWrong", PhoneCodeWrong{2}},
        {"PhoneCodeGone", PhoneCodeGone{}},
        {"PhoneSilent", PhoneSilent{}},
        {"another phone", AnswerGiven{phone, Secret(QStringLiteral("13800138001"))}},
    };
}

} // namespace tongban::tests
