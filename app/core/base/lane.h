// SPDX-License-Identifier: GPL-3.0-or-later
// A Lane is one named thread that owns one thing which must not be shared: a device, a database. Work on it is blocking
// and straight-line; QFuture<Result<T>> is the only way back. (A QThreadPool of size one is not one thread.) It has no
// event loop: nothing on a lane may wait for a signal or a timer of Qt.
#pragma once

#include "app/core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QString>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <type_traits>

namespace tongban {

class Lane
{
public:
    explicit Lane(const QString &name);
    // Asks running work to stop, finishes work not yet begun with Cancelled, joins. Never called from the lane itself.
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    // Runs `work(std::stop_token) -> Result<T>` after everything queued before it. Callable from any thread.
    template <class Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work, std::stop_token>>
    {
        using R = std::invoke_result_t<Work, std::stop_token>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        post([promise, work = std::move(work), stop = m_stop.get_token()]() mutable {
            if (stop.stop_requested())
                promise->addResult(R(fail(ErrorKind::Cancelled, QStringLiteral("lane"))));
            else
                promise->addResult(work(stop));
            promise->finish();
        });
        return future;
    }

    // Work that nobody waits for: a look at an idle device. It runs only when the lane has nothing to do and nothing
    // queued, else it ends with Cancelled at once; its stop is requested as soon as other work is queued. As `run` else.
    template <class Work> auto runYielding(Work work) -> QFuture<std::invoke_result_t<Work, std::stop_token>>
    {
        using R = std::invoke_result_t<Work, std::stop_token>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        const std::stop_source stop;
        auto last = [promise, work = std::move(work), stop]() mutable {
            if (stop.stop_requested())
                promise->addResult(R(fail(ErrorKind::Cancelled, QStringLiteral("lane"))));
            else
                promise->addResult(work(stop.get_token()));
            promise->finish();
        };
        if (!postYielding(std::move(last), stop)) {
            promise->addResult(R(fail(ErrorKind::Cancelled, QStringLiteral("lane"), QStringLiteral("in use"))));
            promise->finish();
        }
        return future;
    }

    // Work without an answer.
    void post(std::function<void()> work);

    // Asks the running and all queued work to stop; later work runs again only after the lane is rebuilt.
    void requestStop();

    [[nodiscard]] bool isCurrent() const { return QThread::currentThread() == m_thread.get(); }

private:
    void work(); // the thread's whole life
    bool postYielding(std::function<void()> work, const std::stop_source &stop);
    void stopYielding();

    std::stop_source m_stop;
    std::mutex m_mutex; // guards the four below
    std::deque<std::function<void()>> m_queue;
    std::stop_source m_yielding{std::nostopstate}; // of the yielding work that is queued or runs
    bool m_isWorking = false;
    bool m_isEnding = false;
    std::condition_variable m_changed;
    std::unique_ptr<QThread> m_thread; // last: it uses all of the above
};

} // namespace tongban
