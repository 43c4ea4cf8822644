// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"

namespace tongban::tests {

class StepClock final : public Clock // the machine's, and hours beside it
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return m_true.nowUtc().addMSecs(ahead.count()); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_true.monotonic() + ahead; }
    std::chrono::milliseconds ahead{0};

private:
    SystemClock m_true;
};

} // namespace tongban::tests
