// SPDX-License-Identifier: GPL-3.0-or-later
// A door that a fake port waits at until the test opens it: slowness without a clock.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace tongban::test {

class Gate
{
public:
    void close() { set(false); }
    void open() { set(true); }

    // False when stopped before the gate opened.
    bool pass(std::stop_token stop = {})
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        const bool opened = m_changed.wait(lock, std::move(stop), [this] { return m_open; });
        --m_waiting;
        return opened;
    }

    [[nodiscard]] bool hasWaiter()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting > 0;
    }

private:
    void set(bool open)
    {
        const std::lock_guard lock(m_mutex);
        m_open = open;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = true;
    int m_waiting = 0;
};

} // namespace tongban::test
