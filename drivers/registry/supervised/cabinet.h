// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to the cabinet and is asked all day long.
#pragma once

#include "drivers/registry/supervised/supervised.h"

namespace tongban::drivers::registry {

class SupervisedIoBoard final : public Supervised<ports::IoBoard, &Devices::ioBoard>
{
public:
    using Supervised::Supervised;
    Result<ports::BoardInputs> inputs(Deadline deadline, std::stop_token stop) override
    {
        return listen([&](ports::IoBoard &board) { return board.inputs(deadline, std::move(stop)); });
    }
    Result<void> light(domain::DeviceClass beside, bool isOn, Deadline deadline, std::stop_token stop) override
    {
        return supervise(deadline,
                         [&](ports::IoBoard &board) { return board.light(beside, isOn, deadline, std::move(stop)); });
    }
};

class SupervisedPowerSupply final : public Supervised<ports::PowerSupply, &Devices::powerSupply>
{
public:
    using Supervised::Supervised;
    Result<ports::PowerState> state(Deadline deadline, std::stop_token stop) override
    {
        return listen([&](ports::PowerSupply &supply) { return supply.state(deadline, std::move(stop)); });
    }
};

} // namespace tongban::drivers::registry
