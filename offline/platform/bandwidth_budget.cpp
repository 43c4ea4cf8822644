// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/bandwidth_budget.h"

#include <algorithm>
#include <cmath>

namespace tongban::offline::platform {

namespace {

// Smaller pieces would be more head than body: a TLS record each.
constexpr qint64 smallestPiece = 1024;

double capacityOf(qint64 rate)
{
    return std::max(static_cast<double>(rate) / 4, static_cast<double>(smallestPiece));
}

bool covers(const BudgetRule &rule, const QTime &now)
{
    if (rule.from == rule.to)
        return true;
    return rule.from < rule.to ? rule.from <= now && now < rule.to : rule.from <= now || now < rule.to;
}

} // namespace

std::optional<qint64> BandwidthBudget::rateNow() const
{
    if (m_rules.empty())
        return std::nullopt;
    const QTime now = m_clock.nowUtc().toLocalTime().time();
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(), [&](const BudgetRule &r) { return covers(r, now); });
    return rule == m_rules.end() ? std::nullopt : std::optional(rule->bytesPerSecond);
}

void BandwidthBudget::fill(qint64 rate)
{
    const auto now = m_clock.monotonic();
    const double seconds = std::chrono::duration<double>(now - m_filledAt.value_or(now)).count();
    m_filledAt = now;
    m_tokens = std::min(m_tokens + seconds * static_cast<double>(rate), capacityOf(rate));
}

qint64 BandwidthBudget::take(qint64 wanted)
{
    const auto rate = rateNow();
    if (!rate)
        return wanted;
    fill(*rate);
    const qint64 given = std::min(wanted, static_cast<qint64>(m_tokens));
    if (given < std::min(wanted, smallestPiece))
        return 0;
    m_tokens -= static_cast<double>(given);
    return given;
}

std::chrono::milliseconds BandwidthBudget::waitFor(qint64 wanted)
{
    const auto rate = rateNow();
    if (!rate)
        return std::chrono::milliseconds::zero();
    fill(*rate);
    const double missing = static_cast<double>(std::min(wanted, smallestPiece)) - m_tokens;
    return std::chrono::milliseconds(
        std::max<qint64>(0, static_cast<qint64>(std::ceil(missing * 1000 / static_cast<double>(*rate)))));
}

} // namespace tongban::offline::platform
