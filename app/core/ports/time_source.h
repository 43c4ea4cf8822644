// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"

namespace tongban::ports {

// The clock of a terminal whose battery may be dead: it runs whatever the machine believes, and says whether anybody
// has vouched for it. Any thread.
class TimeSource : public Clock
{
public:
    // A signed time of the city was heard since this program started; before it, paper says 时间未校准.
    [[nodiscard]] virtual bool isCalibrated() const = 0;
};

} // namespace tongban::ports
