// SPDX-License-Identifier: GPL-3.0-or-later
// 欢迎, 首页, 办事指南, and the farewell: nothing of a person is held here.
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

Outcome atAttract(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Touched &) -> Outcome { return moved(afterPerson(state), Step::Home); },
    };
    return std::visit(table, event);
}

Outcome atHome(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const ItemChosen &chosen) -> Outcome {
            ServiceState after = afterPerson(state);
            after.item = chosen.item;
            return moved(std::move(after), Step::Guide);
        },
    };
    return std::visit(table, event);
}

Outcome atGuide(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const Forward &) -> Outcome {
            Transition onward = moved(afterPerson(state), Step::Identify, {ReadCard{}});
            onward.state.busy = true;
            return onward;
        },
        [&](const Backward &) -> Outcome {
            ServiceState after = afterPerson(state);
            after.item.reset();
            return moved(std::move(after), Step::Home);
        },
    };
    return std::visit(table, event);
}

Outcome atFarewell(const ServiceState &, const ServiceEvent &event)
{
    const Knows table{
        [](const FarewellOver &) -> Outcome { return Transition{}; },
        [](const Touched &) -> Outcome { return Transition{}; }, // the next person is in a hurry
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
