// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/socket_watchdog.h"

#include <sys/socket.h>

#include <utility>

namespace tongban::drivers::devices {

SocketWatchdog::SocketWatchdog(int socket, Deadline deadline, std::stop_token stop)
    : m_thread([this, socket, deadline, token = std::move(stop)] { watch(socket, deadline, token); })
{}

SocketWatchdog::~SocketWatchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void SocketWatchdog::watch(int socket, Deadline deadline, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    const bool isOver = m_changed.wait_for(lock, stop, deadline.remaining(), [this] { return m_isOver; });
    if (!isOver)
        ::shutdown(socket, SHUT_RDWR);
}

} // namespace tongban::drivers::devices
