// SPDX-License-Identifier: GPL-3.0-or-later
// libcups waits for a minute where it was told nothing else, and for ever where bytes dribble in. While this stands, a
// deadline or a stop shuts the socket down under it: whatever it was waiting for then ends at once.
#pragma once

#include "app/core/base/deadline.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tongban::drivers::devices {

class SocketWatchdog
{
public:
    // `socket` stays open at least as long as this lives.
    SocketWatchdog(int socket, Deadline deadline, std::stop_token stop);
    ~SocketWatchdog();
    SocketWatchdog(const SocketWatchdog &) = delete;
    SocketWatchdog &operator=(const SocketWatchdog &) = delete;

private:
    void watch(int socket, Deadline deadline, std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace tongban::drivers::devices
