// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace tongban::tests::platform::handlers {

// Tokens live in memory: after a restart every terminal signs on again, as with a real platform. Any thread.
class Sessions
{
public:
    explicit Sessions(std::int64_t lifetimeMs) : m_lifetimeMs(lifetimeMs) {}

    struct Session
    {
        std::string token;
        std::int64_t expiresAtMs = 0;
    };
    [[nodiscard]] Session open(const std::string &device, std::int64_t nowMs);
    [[nodiscard]] bool holds(const std::string &token, const std::string &device, std::int64_t nowMs);
    void expireAll();

private:
    struct Entry
    {
        std::string device;
        std::int64_t expiresAtMs = 0;
    };
    std::int64_t m_lifetimeMs;
    std::mutex m_mutex;
    std::map<std::string, Entry> m_entries;
};

} // namespace tongban::tests::platform::handlers
