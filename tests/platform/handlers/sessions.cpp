// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/sessions.h"

#include "tests/platform/base/digest.h"

namespace tongban::tests::platform::handlers {

Sessions::Session Sessions::open(const std::string &device, std::int64_t nowMs)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_entries, [nowMs](const auto &entry) { return entry.second.expiresAtMs <= nowMs; });
    Session session{.token = randomToken(), .expiresAtMs = nowMs + m_lifetimeMs};
    m_entries[session.token] = {.device = device, .expiresAtMs = session.expiresAtMs};
    return session;
}

bool Sessions::holds(const std::string &token, const std::string &device, std::int64_t nowMs)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(token);
    return found != m_entries.end() && found->second.device == device && found->second.expiresAtMs > nowMs;
}

void Sessions::expireAll()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
}

} // namespace tongban::tests::platform::handlers
