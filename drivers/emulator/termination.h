// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM, SIGINT and SIGHUP as an orderly end of the event loop, so that links and sockets are taken away.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace tongban::drivers::emulator {

class Termination
{
public:
    // Made before any thread, so that all threads inherit the blocked signals.
    Termination();
    ~Termination();
    Termination(const Termination &) = delete;
    Termination &operator=(const Termination &) = delete;

    // Calls `handler` once on the thread of the event loop that runs then.
    void onRequest(std::function<void()> handler);

private:
    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tongban::drivers::emulator
