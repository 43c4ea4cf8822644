// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/faults/fault_plan.h"

#include <array>
#include <sstream>
#include <utility>

namespace tongban::tests::platform::faults {

namespace {

constexpr std::array kinds{FaultKind::Drop,         FaultKind::Status,      FaultKind::LoseAnswer,
                           FaultKind::Garbage,      FaultKind::Duplicate,   FaultKind::Slow,
                           FaultKind::Replay,       FaultKind::RetryAfter,  FaultKind::Silent,
                           FaultKind::ClockAhead,   FaultKind::ClockBehind, FaultKind::SignatureWrong,
                           FaultKind::ManifestWrong};

std::optional<FaultKind> kindOf(const std::string &name)
{
    for (const FaultKind kind : kinds) {
        if (name == nameOf(kind))
            return kind;
    }
    return std::nullopt;
}

// "*" as one segment.
bool meets(const std::string &match, const std::string &method, const std::string &path)
{
    if (match == "*")
        return true;
    const auto space = match.find(' ');
    if (space == std::string::npos || (match.substr(0, space) != method && match.substr(0, space) != "*"))
        return false;
    std::istringstream wanted(match.substr(space + 1));
    std::istringstream given(path);
    std::string want;
    std::string have;
    while (std::getline(wanted, want, '/')) {
        if (!std::getline(given, have, '/') || (want != "*" && want != have))
            return false;
    }
    return !std::getline(given, have, '/');
}

tl::expected<Fault, std::string> readFault(const Json &node)
{
    Fault fault;
    const std::string kind = node.value("kind", "");
    const auto known = kindOf(kind);
    if (!known)
        return tl::unexpected<std::string>("kind: unknown: \"" + kind + "\"");
    fault.kind = *known;
    for (const auto &[key, value] : node.items()) {
        if (key == "match")
            fault.match = value;
        else if (key == "announces")
            fault.announces = value;
        else if (key == "count")
            fault.count = value;
        else if (key == "status")
            fault.status = value;
        else if (key == "code")
            fault.code = value;
        else if (key == "ms")
            fault.ms = value;
        else if (key == "afterBytes")
            fault.afterBytes = value;
        else if (key == "seconds")
            fault.seconds = value;
        else if (key == "asDate")
            fault.asDate = value;
        else if (key != "kind")
            return tl::unexpected<std::string>(key + ": unknown");
    }
    if (fault.match.empty())
        fault.match = "*";
    if (fault.status < 400 || fault.status > 599)
        return tl::unexpected<std::string>("status: 400 to 599");
    return fault;
}

} // namespace

const char *nameOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Drop:
        return "drop";
    case FaultKind::Status:
        return "status";
    case FaultKind::LoseAnswer:
        return "loseAnswer";
    case FaultKind::Garbage:
        return "garbage";
    case FaultKind::Duplicate:
        return "duplicate";
    case FaultKind::Slow:
        return "slow";
    case FaultKind::Replay:
        return "replay";
    case FaultKind::RetryAfter:
        return "retryAfter";
    case FaultKind::Silent:
        return "silent";
    case FaultKind::ClockAhead:
        return "clockAhead";
    case FaultKind::ClockBehind:
        return "clockBehind";
    case FaultKind::SignatureWrong:
        return "signatureWrong";
    case FaultKind::ManifestWrong:
        return "manifestWrong";
    }
    return "";
}

tl::expected<void, std::string> FaultPlan::add(const Json &request)
{
    std::vector<Fault> added;
    std::optional<int> latencyMs;
    std::optional<std::size_t> dropEvery;
    try {
        for (const auto &[key, value] : request.items()) {
            if (key == "latencyMs")
                latencyMs = value.get<int>();
            else if (key == "dropEvery")
                dropEvery = value.get<std::size_t>();
            else if (key != "next")
                return tl::unexpected<std::string>(key + ": unknown");
        }
        for (const Json &node : request.value("next", Json::array())) {
            auto fault = readFault(node);
            if (!fault)
                return tl::unexpected<std::string>("next[" + std::to_string(added.size()) + "]." + fault.error());
            added.push_back(std::move(*fault));
        }
    } catch (const Json::exception &error) { // a value of another type
        return tl::unexpected<std::string>(error.what());
    }
    const std::scoped_lock lock(m_mutex);
    m_next.insert(m_next.end(), added.begin(), added.end());
    if (latencyMs)
        m_latency = std::chrono::milliseconds(*latencyMs);
    if (dropEvery) {
        m_dropEvery = *dropEvery;
        m_sinceDrop = 0;
    }
    return {};
}

void FaultPlan::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_next.clear();
    m_latency = {};
    m_dropEvery = 0;
    ++m_epoch;
    m_changed.notify_all();
}

Json FaultPlan::toJson() const
{
    const std::scoped_lock lock(m_mutex);
    Json next = Json::array();
    for (const Fault &fault : m_next)
        next.push_back({{"match", fault.match}, {"kind", nameOf(fault.kind)}, {"count", fault.count}});
    return {{"latencyMs", m_latency.count()}, {"dropEvery", m_dropEvery}, {"next", next}};
}

std::optional<Fault> FaultPlan::take(const std::string &method, const std::string &path, const std::string &metadata)
{
    const std::scoped_lock lock(m_mutex);
    for (auto fault = m_next.begin(); fault != m_next.end(); ++fault) {
        if (!meets(fault->match, method, path) || metadata.find(fault->announces) == std::string::npos)
            continue;
        const Fault taken = *fault;
        if (--fault->count <= 0)
            m_next.erase(fault);
        return taken;
    }
    return std::nullopt;
}

std::size_t FaultPlan::passing(std::size_t arriving)
{
    const std::scoped_lock lock(m_mutex);
    if (m_dropEvery == 0)
        return arriving;
    if (m_sinceDrop + arriving <= m_dropEvery) {
        m_sinceDrop += arriving;
        return arriving;
    }
    return m_dropEvery - std::exchange(m_sinceDrop, 0);
}

std::chrono::milliseconds FaultPlan::latency() const
{
    const std::scoped_lock lock(m_mutex);
    return m_latency;
}

void FaultPlan::wait(std::chrono::milliseconds span)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, span, [this, epoch = m_epoch] { return m_stopped || m_epoch != epoch; });
}

void FaultPlan::stopWaiting()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

} // namespace tongban::tests::platform::faults
