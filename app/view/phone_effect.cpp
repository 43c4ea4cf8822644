// SPDX-License-Identifier: GPL-3.0-or-later
// The city sends a code to a telephone, and compares what was read there: for no longer than a person likes to wait.
#include "app/core/base/when_finished.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

#include <QTimer>

namespace tongban::view {

namespace {

using ports::PhoneCheckAnswer;
using ports::PhoneCodeAnswer;

flow::ServiceEvent silence(const Error &error)
{
    log(LogEvent::PlatformTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
    return flow::PhoneSilent{};
}

flow::ServiceEvent eventOf(const PhoneCheckAnswer &answer)
{
    switch (answer.kind) {
    case PhoneCheckAnswer::Kind::Confirmed:
        return flow::PhoneConfirmed{answer.token};
    case PhoneCheckAnswer::Kind::Wrong:
        return flow::PhoneCodeWrong{answer.triesLeft};
    case PhoneCheckAnswer::Kind::Gone:
        return flow::PhoneCodeGone{};
    case PhoneCheckAnswer::Kind::TooSoon:
        return flow::PhoneTooSoon{answer.waitSeconds};
    }
    Q_UNREACHABLE();
}

} // namespace

quint64 EffectRunner::beginPhoneQuestion()
{
    const quint64 question = ++m_phoneQuestion;
    QTimer::singleShot(m_times.phone, this, [this, question] { phoneEnded(question, flow::PhoneSilent{}); });
    return question;
}

void EffectRunner::phoneEnded(quint64 question, const flow::ServiceEvent &event)
{
    if (question != m_phoneQuestion)
        return;
    ++m_phoneQuestion;
    answer(m_session, event);
}

// Until the city's answer was heard, the same wish goes under the same key: whoever presses again gets no second
// message.
QUuid EffectRunner::keyOfCode(const Secret &number)
{
    if (m_codeKey.isNull() || m_codeNumber != number) {
        m_codeKey = m_uuids.next();
        m_codeNumber = number;
    }
    return m_codeKey;
}

void EffectRunner::carryOut(const flow::SendPhoneCode &effect)
{
    const quint64 question = beginPhoneQuestion();
    ports::CityDesk *city = m_ports.city ? m_ports.city() : nullptr;
    if (!city)
        return phoneEnded(question, flow::PhoneSilent{});
    whenFinished(city->sendPhoneCode(keyOfCode(effect.number), effect.number), this,
                 [this, question](const Result<PhoneCodeAnswer> &said) {
                     if (said && question == m_phoneQuestion) // told in time: the next wish is another one
                         m_codeKey = {};
                     if (!said)
                         phoneEnded(question, silence(said.error()));
                     else if (said->kind == PhoneCodeAnswer::Kind::Sent)
                         phoneEnded(question, flow::PhoneCodeSent{said->challenge, said->waitSeconds});
                     else
                         phoneEnded(question, flow::PhoneTooSoon{said->waitSeconds});
                 });
}

void EffectRunner::carryOut(const flow::CheckPhoneCode &effect)
{
    const quint64 question = beginPhoneQuestion();
    ports::CityDesk *city = m_ports.city ? m_ports.city() : nullptr;
    if (!city)
        return phoneEnded(question, flow::PhoneSilent{});
    whenFinished(city->checkPhoneCode(effect.number, effect.challenge, effect.code), this,
                 [this, question](const Result<PhoneCheckAnswer> &said) {
                     phoneEnded(question, said ? eventOf(*said) : silence(said.error()));
                 });
}

} // namespace tongban::view
