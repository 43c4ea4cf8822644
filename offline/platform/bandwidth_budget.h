// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"

#include <QTime>

#include <optional>
#include <vector>

namespace tongban::offline::platform {

struct BudgetRule
{
    QTime from; // local time of the hall
    QTime to;   // exclusive; before `from`: over midnight; the same: the whole day
    qint64 bytesPerSecond = 0;
};

// The line of a township is shared by everybody in the hall: what pages may take of it, by the hour. A token bucket
// that holds a quarter of a second, so that no burst is felt. One thread.
class BandwidthBudget
{
public:
    // clock outlives the budget. The first rule that covers the hour counts; hours without a rule are free.
    BandwidthBudget(std::vector<BudgetRule> rules, const Clock &clock) : m_rules(std::move(rules)), m_clock(clock) {}

    // How many of so many bytes may leave now; they are taken. 0: none yet.
    [[nodiscard]] qint64 take(qint64 wanted);
    // From now until take(wanted) gives something.
    [[nodiscard]] std::chrono::milliseconds waitFor(qint64 wanted);

private:
    [[nodiscard]] std::optional<qint64> rateNow() const;
    void fill(qint64 rate);

    std::vector<BudgetRule> m_rules;
    const Clock &m_clock;
    double m_tokens = 0; // bytes
    std::optional<std::chrono::milliseconds> m_filledAt;
};

} // namespace tongban::offline::platform
