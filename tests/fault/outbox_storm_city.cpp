// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/outbox_storm_city.h"

#include <algorithm>
#include <memory>
#include <queue>

namespace tongban::tests {

using namespace offline;
using ports::OutboxKind;

namespace {

constexpr double steps = 9007199254740992.0; // 2^53: what a double holds exactly

double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11U) / steps;
}

void countIn(std::vector<int> &seconds, Ms at)
{
    const auto second = static_cast<std::size_t>(at.count() / 1'000);
    if (seconds.size() <= second)
        seconds.resize(second + 1);
    ++seconds[second];
}

} // namespace

bool RatedPlatform::serves(Ms now)
{
    const Ms since = now - m_plan.outage;
    countIn(m_arrived, since);
    const auto second = static_cast<std::size_t>(since.count() / 1'000);
    if (m_served.size() > second && m_served[second] >= m_plan.ratePerSecond)
        return false;
    countIn(m_served, since);
    return true;
}

void RatedPlatform::fill(StormFigures &figures) const
{
    qint64 served = 0;
    for (const int count : m_arrived)
        figures.requests += count;
    for (const int count : m_served)
        served += count;
    figures.refused = figures.requests - served;
    figures.peakPerSecond = *std::max_element(m_arrived.begin(), m_arrived.end());
    figures.peakServed = *std::max_element(m_served.begin(), m_served.end());
}

StormTerminal::StormTerminal(const StormPlan &plan, std::uint64_t seed)
    : m_plan(plan), m_random(seed), m_line(m_options.backoff, [this] { return uniform(m_random); })
{
    m_cases = static_cast<int>(m_random() % static_cast<std::uint64_t>(plan.mostCases + 1));
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_cases); ++i) {
        m_entries.push_back({.kind = OutboxKind::CreateCase, .caseIndex = i});
        for (int page = 0; page < plan.pages; ++page)
            m_entries.push_back({.kind = OutboxKind::UploadPage, .caseIndex = i});
        m_entries.push_back({.kind = OutboxKind::SubmitCase, .caseIndex = i});
    }
    m_unmetOfSubmission.assign(static_cast<std::size_t>(m_cases), plan.pages + 1);
    m_created.assign(static_cast<std::size_t>(m_cases), false);
    // It has been in service; the outage begins somewhere between two of its polls.
    m_line.answered(Ms(0));
    m_pollDue = Ms(static_cast<Ms::rep>(uniform(m_random) * static_cast<double>(m_options.pollEvery.count())));
}

bool StormTerminal::isFree(const Entry &entry) const
{
    if (entry.done)
        return false;
    switch (entry.kind) {
    case OutboxKind::CreateCase:
        return true;
    case OutboxKind::SubmitCase:
        return m_unmetOfSubmission[entry.caseIndex] == 0;
    default:
        return m_created[entry.caseIndex];
    }
}

std::optional<std::size_t> StormTerminal::claim(Ms now) const
{
    std::vector<outbox::Waiting> due;
    for (std::size_t i = m_firstOpen; i < m_entries.size(); ++i) {
        if (isFree(m_entries[i]) && m_entries[i].notBefore <= now)
            due.push_back({.priority = outbox::priorityOf(m_entries[i].kind), .seq = static_cast<qint64>(i)});
    }
    const auto next = outbox::nextOf(due, m_turn);
    return next ? std::optional(static_cast<std::size_t>(next->seq)) : std::nullopt;
}

std::optional<Ms> StormTerminal::nextDue() const
{
    std::optional<Ms> due;
    for (std::size_t i = m_firstOpen; i < m_entries.size(); ++i) {
        if (isFree(m_entries[i]))
            due = std::min(due.value_or(m_entries[i].notBefore), m_entries[i].notBefore);
        if (due == Ms(0)) // one that waits for no time: nothing is earlier
            break;
    }
    return due;
}

Ms StormTerminal::nextMoment() const
{
    if (!m_line.reachable())
        return std::max(m_line.quietUntil(), m_busyUntil);
    const Ms next = std::min(m_pollDue, nextDue().value_or(m_pollDue));
    return std::max({next, m_line.quietUntil(), m_busyUntil});
}

void StormTerminal::note(Ms now, bool served, bool lineIsUp)
{
    if (served)
        return m_line.answered(now);
    m_line.failed(lineIsUp ? ErrorKind::PlatformBusy : ErrorKind::PlatformUnreachable, now);
    if (lineIsUp)
        m_line.asked(now + m_plan.retryAfter);
}

void StormTerminal::settle(Entry &entry, Ms now, bool served)
{
    if (!served) {
        entry.notBefore =
            now + outbox::retryDelay(entry.attempts, ErrorKind::PlatformBusy, m_options.backoff, uniform(m_random));
        return;
    }
    entry.done = true;
    while (m_firstOpen < m_entries.size() && m_entries[m_firstOpen].done)
        ++m_firstOpen;
    if (entry.kind == OutboxKind::CreateCase)
        m_created[entry.caseIndex] = true;
    if (entry.kind != OutboxKind::SubmitCase) {
        --m_unmetOfSubmission[entry.caseIndex];
        return;
    }
    ++m_delivered;
    m_lastDelivery = now;
}

void StormTerminal::act(Ms now, RatedPlatform &platform, bool lineIsUp)
{
    const bool polls = !m_line.reachable() || now >= m_pollDue;
    const auto next = polls ? std::nullopt : claim(now);
    const bool served = lineIsUp && platform.serves(now);
    m_busyUntil = now + m_plan.roundTrip;
    if (next) {
        ++m_turn;
        ++m_entries[*next].attempts;
        settle(m_entries[*next], m_busyUntil, served);
    } else {
        m_pollDue = m_busyUntil + m_options.pollEvery;
    }
    note(m_busyUntil, served, lineIsUp);
}

StormFigures runStorm(const StormPlan &plan)
{
    std::vector<std::unique_ptr<StormTerminal>> terminals;
    using Turn = std::pair<Ms, std::size_t>;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
    StormFigures figures;
    for (int i = 0; i < plan.terminals; ++i) {
        terminals.push_back(
            std::make_unique<StormTerminal>(plan, plan.seed * 1'000'003 + static_cast<std::uint64_t>(i)));
        figures.cases += terminals.back()->cases();
        turns.emplace(terminals.back()->nextMoment(), terminals.size() - 1);
    }
    RatedPlatform platform(plan);
    const Ms longest = plan.outage + std::chrono::hours(6);
    while (figures.delivered < figures.cases && turns.top().first < longest) {
        const auto [now, index] = turns.top();
        turns.pop();
        StormTerminal &terminal = *terminals[index];
        const int before = terminal.delivered();
        terminal.act(now, platform, now >= plan.outage);
        figures.delivered += terminal.delivered() - before;
        turns.emplace(terminal.nextMoment(), index);
    }
    platform.fill(figures);
    for (const auto &terminal : terminals)
        figures.lastCase = std::max(figures.lastCase, terminal->lastDelivery() - plan.outage);
    return figures;
}

} // namespace tongban::tests
