// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/phone_controller.h"

#include "app/core/domain/form_engine.h"
#include "app/core/domain/phone_check.h"

#include <algorithm>

namespace tongban::view {

using namespace std::chrono_literals;

namespace {

// The first number that this page asks for and that is whole; empty: none.
QString phoneOn(const flow::ServiceState &state)
{
    const auto &pages = state.draft->item.pages;
    const auto page = static_cast<std::size_t>(std::max(state.formPage, 0));
    if (page >= pages.size())
        return {};
    for (const domain::FormField *field :
         domain::visibleFields(state.draft->item, pages.at(page), state.draft->answers)) {
        if (domain::takesCode(*field, state.draft->answers.value(field->key)))
            return field->key;
    }
    return {};
}

} // namespace

PhoneController::PhoneController(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &PhoneController::check);
}

QString PhoneController::phaseOf(const flow::ServiceState &state, bool canAsk) const
{
    if (m_field.isEmpty())
        return {};
    if (domain::confirmationOf(*state.draft, m_field))
        return QStringLiteral("confirmed");
    const flow::PhoneCheck &phone = state.phone;
    const bool isOurs = phone.field == m_field;
    if (isOurs && phone.asking == flow::PhoneCheck::Asking::Sending)
        return QStringLiteral("sending");
    if (!canAsk)
        return QStringLiteral("kept");
    if (isOurs && !phone.challenge.isEmpty())
        return QStringLiteral("sent");
    return isOurs && !phone.mayAsk ? QStringLiteral("waiting") : QStringLiteral("offer");
}

void PhoneController::show(const flow::ServiceState &state, bool canAsk)
{
    const bool isOnForm = state.step == flow::Step::Form && state.draft;
    m_field = isOnForm ? phoneOn(state) : QString();
    m_phase = isOnForm ? phaseOf(state, canAsk) : QString();
    m_code = state.phone.code;
    m_asking = state.phone.asking;
    m_word = state.phone.word;
    m_mayAsk = state.phone.mayAsk && canAsk;
    count(state.phone);
    Q_EMIT changed();
}

void PhoneController::count(const flow::PhoneCheck &phone)
{
    if (phone.mayAsk) {
        m_timer.stop();
        m_answers = phone.answers;
        m_lastSeconds = 0;
        Q_EMIT ticked();
        return;
    }
    if (m_timer.isActive() && m_answers == phone.answers)
        return;
    m_answers = phone.answers;
    m_until = m_clock.monotonic() + std::chrono::seconds(phone.waitSeconds);
    m_lastSeconds = phone.waitSeconds;
    m_timer.start();
    Q_EMIT ticked();
}

void PhoneController::check()
{
    if (!m_timer.isActive())
        return;
    const auto left = std::max(m_until - m_clock.monotonic(), 0ms);
    const int seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
    if (seconds != m_lastSeconds) {
        m_lastSeconds = seconds;
        Q_EMIT ticked();
    }
    if (left == 0ms) {
        m_timer.stop();
        Q_EMIT over();
    }
}

bool PhoneController::mayAsk() const
{
    return m_mayAsk && m_asking == flow::PhoneCheck::Asking::No;
}

int PhoneController::secondsLeft() const
{
    return m_lastSeconds;
}

void PhoneController::want()
{
    Q_EMIT asked(flow::PhoneCodeWanted{m_field});
}

void PhoneController::type(const QString &code)
{
    Q_EMIT asked(flow::PhoneCodeTyped{Secret(code)});
}

void PhoneController::later()
{
    Q_EMIT asked(flow::PhoneLater{});
}

} // namespace tongban::view
