// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/base/json.h"

#include <map>
#include <mutex>
#include <string>

namespace tongban::tests::platform::http {

// What came and what was answered, for tests that count. Any thread.
class Counters
{
public:
    void request(const std::string &label) { add("requests", label); }                   // "POST /v1/cases"
    void handled(const std::string &label) { add("handled", label); }                    // a handler ran
    void answer(const std::string &label, int status) { add("answers", label + " " + std::to_string(status)); }
    void fault(const std::string &kind) { add("faults", kind); }
    void violation() { add("violations", "answers"); } // answers of ours outside our own contract

    [[nodiscard]] Json toJson()
    {
        const std::scoped_lock lock(m_mutex);
        Json all = {{"requests", Json::object()},
                    {"handled", Json::object()},
                    {"answers", Json::object()},
                    {"faults", Json::object()},
                    {"violations", Json::object()}};
        for (const auto &[group, counts] : m_groups)
            all[group] = counts;
        return all;
    }

private:
    void add(const char *group, const std::string &name)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_groups[group][name];
    }

    std::mutex m_mutex;
    std::map<std::string, std::map<std::string, int>> m_groups;
};

} // namespace tongban::tests::platform::http
