// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/lane.h"

namespace tongban {

Lane::Lane(const QString &name) : m_thread(QThread::create([this] { work(); }))
{
    m_thread->setObjectName(name);
    m_thread->start();
}

Lane::~Lane()
{
    requestStop();
    {
        // What is queued still runs, and ends with Cancelled now that stop is requested.
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread->wait();
}

void Lane::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    stopYielding();
    m_changed.notify_one();
}

bool Lane::postYielding(std::function<void()> work, const std::stop_source &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isWorking || m_isEnding || !m_queue.empty() || m_stop.stop_requested())
            return false;
        m_queue.push_back(std::move(work));
        m_yielding = stop;
    }
    m_changed.notify_one();
    return true;
}

void Lane::requestStop()
{
    m_stop.request_stop();
    stopYielding();
}

void Lane::stopYielding()
{
    std::stop_source yielding(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        std::swap(yielding, m_yielding);
    }
    yielding.request_stop(); // not under the lock: it calls whoever waits for the stop
}

void Lane::work()
{
    while (true) {
        std::function<void()> next;
        {
            std::unique_lock lock(m_mutex);
            m_isWorking = false;
            m_changed.wait(lock, [this] { return m_isEnding || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            next = std::move(m_queue.front());
            m_queue.pop_front();
            m_isWorking = true;
        }
        next();
    }
}

} // namespace tongban
