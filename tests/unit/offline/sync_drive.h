// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a worker from moment to moment, as its timer would, on a clock that the test owns.
#pragma once

#include "offline/sync/sync_worker.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace tongban::tests {

// Everything that is due now; false when the worker does not come to rest. Ends by the event itself: an hour has many
// moments.
[[nodiscard]] inline bool runDue(offline::sync::SyncWorker &worker)
{
    QEventLoop loop;
    QObject::connect(&worker, &offline::sync::SyncWorker::dueChanged, &loop, &QEventLoop::quit);
    bool late = false;
    QTimer::singleShot(20'000, &loop, [&] {
        late = true;
        loop.quit();
    });
    worker.tick();
    while (!worker.dueIn() && !late) // a page that lands behind the last word sets it going again
        loop.exec();
    return worker.dueIn().has_value();
}

// Until `reached` holds or the clock has gone on by `span`; false when the worker does not come to rest.
template <class Condition>
[[nodiscard]] bool runUntil(offline::sync::SyncWorker &worker, ManualClock &clock, std::chrono::milliseconds span,
                            Condition reached)
{
    const auto end = clock.monotonic() + span;
    while (runDue(worker)) {
        if (reached())
            return true;
        const auto next = std::max(*worker.dueIn(), std::chrono::milliseconds(1));
        if (clock.monotonic() + next > end) {
            clock.advance(end - clock.monotonic());
            return true;
        }
        clock.advance(next);
    }
    return false;
}

[[nodiscard]] inline bool runFor(offline::sync::SyncWorker &worker, ManualClock &clock, std::chrono::milliseconds span)
{
    return runUntil(worker, clock, span, [] { return false; });
}

} // namespace tongban::tests
