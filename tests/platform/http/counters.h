// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/base/json.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace tongban::tests::platform::http {

// What came and what was answered, for tests that count. Any thread.
class Counters
{
public:
    void request(const std::string &label) { add("requests", label); } // "POST /v1/cases"
    void handled(const std::string &label) { add("handled", label); }  // a handler ran
    void answer(const std::string &label, int status) { add("answers", label + " " + std::to_string(status)); }
    void fault(const std::string &kind) { add("faults", kind); }
    void violation() { add("violations", "answers"); } // answers of ours outside our own contract
    void handshake() { add("tls", "handshakes"); }     // full or resumed
    // Bytes of a PATCH's body that this side took from the wire, kept or not; of one upload, and of all.
    void uploadBytes(const std::string &upload, std::int64_t count)
    {
        add("uploadBytes", upload, count);
        add("uploads", "bytes", count);
    }
    // What had arrived of a connection that was cut and was not read: sent for nothing.
    void unread(std::int64_t count) { add("uploads", "unread", count); }
    // For requestsPerSecondPeak: the most that came within one second of the clock.
    void arrival(std::int64_t nowMs)
    {
        const std::scoped_lock lock(m_mutex);
        m_thisSecond = nowMs / 1000 == m_second ? m_thisSecond + 1 : 1;
        m_second = nowMs / 1000;
        m_peak = std::max(m_peak, m_thisSecond);
    }

    [[nodiscard]] Json toJson()
    {
        const std::scoped_lock lock(m_mutex);
        Json all = {{"requests", Json::object()}, {"handled", Json::object()},     {"answers", Json::object()},
                    {"faults", Json::object()},   {"violations", Json::object()},  {"tls", Json::object()},
                    {"uploads", Json::object()},  {"uploadBytes", Json::object()}, {"requestsPerSecondPeak", m_peak}};
        for (const auto &[group, counts] : m_groups)
            all[group] = counts;
        return all;
    }

private:
    void add(const char *group, const std::string &name, std::int64_t count = 1)
    {
        const std::scoped_lock lock(m_mutex);
        m_groups[group][name] += count;
    }

    std::mutex m_mutex;
    std::map<std::string, std::map<std::string, std::int64_t>> m_groups;
    std::int64_t m_second = 0;
    int m_thisSecond = 0;
    int m_peak = 0;
};

} // namespace tongban::tests::platform::http
