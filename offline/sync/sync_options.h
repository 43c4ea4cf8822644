// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/city_commands.h"
#include "offline/outbox/backoff.h"

#include <QFuture>
#include <QRandomGenerator>

#include <chrono>
#include <functional>

namespace tongban::offline::sync {

struct SyncOptions
{
    outbox::BackoffPolicy backoff;               // its cap bounds how long the return of the line can go unnoticed
    std::chrono::milliseconds pollEvery{15'000}; // status changes
    // After a submission somebody may still stand there: for so long they are asked for more often.
    std::chrono::milliseconds eagerFor{60'000};
    std::chrono::milliseconds pollEagerly{3'000};
    std::chrono::milliseconds catalogueEvery{3'600'000};
    std::chrono::milliseconds noticesEvery{300'000}; // and at once after a status change
    std::chrono::milliseconds commandsEvery{60'000};
    std::chrono::milliseconds rosterEvery{3'600'000};
    // Carries out a command of the city that was found good, called on the sync thread; answers what the city may hear
    // of it. Empty: commands are refused.
    std::function<QFuture<Result<QString>>(const ports::CityCommand &)> carryOut = {};
    int uploadsAtOnce = 4; // pages on their way at the same time, at most, each on a connection of its own
    std::function<double()> random = [] { return QRandomGenerator::global()->generateDouble(); }; // jitter, in [0, 1)
};

} // namespace tongban::offline::sync
