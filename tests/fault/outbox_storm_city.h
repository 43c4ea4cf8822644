// SPDX-License-Identifier: GPL-3.0-or-later
// A city of terminals that lost the line together, by the product's own scheduling code over a model of the platform.
#pragma once

#include "offline/outbox/claim_order.h"
#include "offline/sync/line_state.h"

#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

namespace tongban::tests {

using Ms = std::chrono::milliseconds;

struct StormPlan
{
    int terminals = 10'000;
    int mostCases = 10;        // left in each terminal by the outage, 0 to so many
    int pages = 5;             // of a case, the signature counted
    int ratePerSecond = 1'500; // that the platform serves; beyond it: 429 with Retry-After
    Ms retryAfter{5'000};
    Ms outage{3'600'000};
    Ms roundTrip{40};
    std::uint64_t seed = 1;
};

struct StormFigures
{
    qint64 requests = 0; // after the line came back
    qint64 refused = 0;
    int peakPerSecond = 0; // requests that arrived, refused ones counted
    int peakServed = 0;
    int cases = 0;
    int delivered = 0;
    Ms lastCase{0}; // after the line came back
};

// Serves so many requests in every second and refuses the rest.
class RatedPlatform
{
public:
    explicit RatedPlatform(const StormPlan &plan) : m_plan(plan) {}
    [[nodiscard]] bool serves(Ms now); // counts the request
    void fill(StormFigures &figures) const;

private:
    StormPlan m_plan;
    std::vector<int> m_arrived; // by second since the line came back
    std::vector<int> m_served;
};

// What SyncWorker and SqlOutbox do, in their order, without disk and network: the pieces that decide when are theirs.
class StormTerminal
{
public:
    StormTerminal(const StormPlan &plan, std::uint64_t seed);

    [[nodiscard]] Ms nextMoment() const;
    // One request at this moment. Answers when the terminal has heard of it.
    void act(Ms now, RatedPlatform &platform, bool lineIsUp);

    [[nodiscard]] int cases() const { return m_cases; }
    [[nodiscard]] int delivered() const { return m_delivered; }
    [[nodiscard]] Ms lastDelivery() const { return m_lastDelivery; }
    [[nodiscard]] bool isDone() const { return m_delivered == m_cases; }

private:
    struct Entry
    {
        ports::OutboxKind kind;
        std::size_t caseIndex;
        Ms notBefore{0};
        int attempts = 0;
        bool done = false;
    };
    [[nodiscard]] bool isFree(const Entry &entry) const;
    [[nodiscard]] std::optional<std::size_t> claim(Ms now) const;
    [[nodiscard]] std::optional<Ms> nextDue() const;
    void settle(Entry &entry, Ms now, bool served);
    void note(Ms now, bool served, bool lineIsUp);

    const StormPlan &m_plan;
    std::mt19937_64 m_random;
    offline::sync::SyncOptions m_options;
    offline::sync::LineState m_line;
    std::vector<Entry> m_entries;
    std::size_t m_firstOpen = 0;
    std::vector<int> m_unmetOfSubmission; // by case
    std::vector<bool> m_created;
    int m_cases = 0;
    int m_delivered = 0;
    unsigned m_turn = 0;
    Ms m_pollDue{0};
    Ms m_busyUntil{0};
    Ms m_lastDelivery{0};
};

[[nodiscard]] StormFigures runStorm(const StormPlan &plan);

} // namespace tongban::tests
