// SPDX-License-Identifier: GPL-3.0-or-later
// A UPS behind upsd of Network UPS Tools (codec/nut_protocol.h), over TCP: one list of variables a question. The
// connection is made for each question and let go after it: upsd ends one that was silent for a minute, and nobody asks
// so often that it would pay to keep it.
#pragma once

#include "app/core/ports/power_supply.h"
#include "drivers/devices/power_supply/nut_ups_options.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::devices {

class NutUps final : public ports::PowerSupply // all calls on the UPS's Lane
{
public:
    NutUps(std::unique_ptr<transport::Transport> transport, NutUpsOptions options);

    Result<ports::PowerState> state(Deadline deadline, std::stop_token stop) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override; // a state that holds together
    void close() override { m_transport->close(); }

private:
    Result<ports::PowerState> ask(Deadline deadline, const std::stop_token &stop);

    std::unique_ptr<transport::Transport> m_transport;
    NutUpsOptions m_options;
};

} // namespace tongban::drivers::devices
