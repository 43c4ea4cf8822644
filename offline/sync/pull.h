// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/log.h"
#include "app/core/ports/city_platform.h"
#include "offline/sync/sync_options.h"
#include "offline/sync/sync_store.h"

#include <QObject>

#include <algorithm>
#include <chrono>
#include <functional>

namespace tongban::offline::sync {

// What a pull needs of the worker that runs it.
struct PullHost
{
    SyncStore store;
    ports::CityPlatform &platform;
    const Clock &clock;
    const SyncOptions &options;
    std::function<void(const Result<void> &)> heard; // every answer of the platform passes here
    std::function<void(const Error &)> storeTrouble; // the store could not do its part
    std::function<void()> done;                      // exactly once a run, at its end
};

// Something that the city is asked for now and then; what it says goes into the store. Signal-driven, on the sync
// thread; the worker runs one pull at a time.
class Pull : public QObject
{
public:
    using Ms = std::chrono::milliseconds;

    [[nodiscard]] Ms due() const { return m_due; } // Clock::monotonic()
    // For so long behind due() it lets go first what the outbox has for the city.
    [[nodiscard]] Ms patience() const { return m_patience; }
    void hurry() { m_due = m_host.clock.monotonic(); }
    virtual void run() = 0; // ends in PullHost::done, having moved due()

protected:
    explicit Pull(PullHost host, Ms patience = Ms::zero())
        : m_host(std::move(host)), m_patience(patience), m_due(m_host.clock.monotonic())
    {}

    void rest(Ms pause)
    {
        m_due = m_host.clock.monotonic() + pause;
        m_host.done();
    }
    void restAfter(const Error &storeError)
    {
        m_host.storeTrouble(storeError);
        rest(m_host.options.backoff.cap);
    }
    template <class T> void tell(const Result<T> &answer)
    {
        m_host.heard(answer ? Result<void>() : fail(answer.error()));
    }

    PullHost m_host;

private:
    const Ms m_patience;
    Ms m_due; // at first: at once
};

} // namespace tongban::offline::sync
