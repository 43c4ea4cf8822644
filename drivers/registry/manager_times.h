// SPDX-License-Identifier: GPL-3.0-or-later
// How often devices are looked at, and how long they are waited for. Tests scale them.
#pragma once

#include <chrono>

namespace tongban::drivers::registry {

struct ManagerTimes
{
    std::chrono::milliseconds probeReady{30'000};    // between two looks at a device that is well and idle
    std::chrono::milliseconds probeAbsent{1'000};    // opening a node that is not there costs nothing
    std::chrono::milliseconds probeAttention{2'000}; // somebody may be putting paper in right now
    std::chrono::milliseconds probeFaulted{1'000};   // the first look at one that failed; doubles up to
    std::chrono::milliseconds probeFaultedMost{60'000};
    std::chrono::milliseconds probeTimeout{5'000}; // for one look
    // One missed answer is no dead device: a look that met silence is repeated this soon, this often, before it counts.
    std::chrono::milliseconds missInterval{200};
    int misses = 3;
    std::chrono::milliseconds overdue{2'000}; // beyond its deadline an operation "does not come back"
    std::chrono::milliseconds settle{100};    // from a plug to the look, so that the node has its links and rights
    std::chrono::milliseconds editing{300};   // from the last change of a descriptor to reading all of them
};

} // namespace tongban::drivers::registry
