// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the guide light (flow/service/guide_light.h) to the board. A lamp is a courtesy: whatever goes wrong with it
// is logged once and never shown to a person, and nobody waits for it.
#pragma once

#include "app/core/domain/device_health.h"
#include "app/view/kiosk_ports.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace tongban::view {

class GuideLights : public QObject // UI thread
{
    Q_OBJECT
public:
    // Without a board in the ports all calls do nothing.
    explicit GuideLights(const KioskPorts &ports, QObject *parent = nullptr);
    ~GuideLights() override;

    // That lamp is on, all others are dark; nothing: all are dark. The newest word counts: an older one that has not
    // reached the board is dropped. Said again when it is the same only after something went wrong.
    void show(const std::optional<domain::DeviceClass> &lit);
    // The next show() is said in any case: after a wipe no lamp is left to chance.
    void forget() { m_isSettled = false; }

private:
    void told(const Result<void> &outcome, quint64 word);

    Lane *m_lane;
    Door<ports::IoBoard> m_board;
    std::stop_source m_stop; // of the newest word
    std::optional<domain::DeviceClass> m_lit;
    quint64 m_word = 0;
    bool m_isSettled = false; // at the start nobody knows how the lamps were left
    std::optional<ErrorKind> m_trouble;
};

} // namespace tongban::view
