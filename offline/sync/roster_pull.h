// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/pull.h"

namespace tongban::offline::sync {

// The city's roster of signing keys, into the store (roster_feed.h), so that this terminal verifies another one's
// receipt while the line is down. One that is not the city's, or is older than the one held, replaces nothing.
class RosterPull final : public Pull
{
public:
    explicit RosterPull(PullHost host) : Pull(std::move(host), std::chrono::minutes(1)) {}
    void run() override;

private:
    void came(const Result<QJsonObject> &roster);
    void kept(const QJsonObject &roster, const Result<bool> &held);
};

} // namespace tongban::offline::sync
