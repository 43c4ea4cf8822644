// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/journey.h"

#include "app/core/base/log.h"
#include "app/view/page_header.h"

#include <algorithm>

namespace tongban::view {

namespace {

const Error *failureIn(const flow::ServiceEvent &event)
{
    if (const auto *failure = std::get_if<flow::EffectFailed>(&event))
        return &failure->error;
    const auto *unsaved = std::get_if<flow::DraftNotSaved>(&event);
    return unsaved ? &unsaved->error : nullptr;
}

} // namespace

Journey::Journey(const KioskPorts &ports, const KioskTimes &times, std::shared_ptr<PageImages> images, QObject *parent)
    : QObject(parent),
      m_effects(ports, times, std::move(images), [this](const flow::ServiceEvent &event) { feed(event); })
{}

void Journey::feed(const flow::ServiceEvent &event)
{
    m_waiting.enqueue(event);
    if (m_turning)
        return; // a page answered to a change: its event is taken once this one has been told to all
    m_turning = true;
    while (!m_waiting.isEmpty())
        turn(m_waiting.dequeue());
    m_turning = false;
}

void Journey::turn(const flow::ServiceEvent &event)
{
    const flow::Step before = m_state.step;
    flow::Transition transition = flow::next(m_state, event);
    m_state = std::move(transition.state);
    if (const Error *error = failureIn(event); error && m_state.trouble) {
        log(LogEvent::ErrorShown,
            {{"kind", QString::fromLatin1(nameOf(error->kind))}, {"where", error->where}, {"detail", error->detail}});
    }
    for (const flow::ServiceEffect &effect : transition.effects)
        m_effects.run(effect);
    const auto isWipe = [](const flow::ServiceEffect &effect) { return std::holds_alternative<flow::Wipe>(effect); };
    if (std::any_of(transition.effects.begin(), transition.effects.end(), isWipe)) {
        m_waiting.clear(); // what the last person's fingers or devices still had to say
        Q_EMIT wiped();
    }
    if (m_state.step != before)
        log(LogEvent::StepEntered, {{"step", nameOf(m_state.step)}});
    Q_EMIT changed();
}

} // namespace tongban::view
