// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the crank: state × event → state, effects; effects → events. One event after the other, never nested.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/effect_runner.h"

#include <QObject>
#include <QQueue>

namespace tongban::view {

class Journey : public QObject
{
    Q_OBJECT
public:
    Journey(const KioskPorts &ports, const KioskTimes &times, std::shared_ptr<PageImages> images,
            QObject *parent = nullptr);

    [[nodiscard]] const flow::ServiceState &state() const { return m_state; }
    [[nodiscard]] EffectRunner &effects() { return m_effects; }

    void feed(const flow::ServiceEvent &event);

Q_SIGNALS:
    void changed(); // the state is a new one (it may equal the old)
    void wiped();   // before changed(): the session is over

private:
    void turn(const flow::ServiceEvent &event);

    flow::ServiceState m_state;
    EffectRunner m_effects;
    QQueue<flow::ServiceEvent> m_waiting;
    bool m_turning = false;
};

} // namespace tongban::view
