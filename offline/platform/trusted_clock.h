// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/time_source.h"

#include <QMutex>

#include <functional>
#include <optional>

namespace tongban::offline::platform {

// Midnight UTC of the day this program was built: no true time is earlier.
[[nodiscard]] QDateTime buildDayUtc();

// Time that nobody has to set. Before a signed time is heard: the machine's clock, but never before the floor (build,
// last signed time seen), which goes on with the monotonic clock, so that a dead battery stands still nowhere.
// Afterwards: the signed time, carried on by the monotonic clock; setting the machine's clock changes nothing any more.
// Any thread.
class TrustedClock final : public ports::TimeSource
{
public:
    // A later signed time may be earlier than the last one by as much: the city's clock is put right, too.
    static constexpr std::chrono::minutes tolerance{5};

    // machine outlives this. floorUtc: buildDayUtc(); later what was stored is added by raiseFloor.
    TrustedClock(const Clock &machine, const QDateTime &floorUtc);

    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_machine.monotonic(); }
    [[nodiscard]] bool isCalibrated() const override;

    // It was at least this late already; an earlier floor changes nothing.
    void raiseFloor(const QDateTime &floorUtc);

    // signedUtc was true at some moment between sent and received (monotonic()); whoever calls this has checked the
    // signature and the nonce. PlatformBadAnswer, and nothing changes: it lies below the floor.
    Result<void> calibrate(const QDateTime &signedUtc, std::chrono::milliseconds sent,
                           std::chrono::milliseconds received);

    // Called after each calibration, on its thread, with the floor to keep for the next start. Set once, before use.
    void whenCalibrated(std::function<void(const QDateTime &floorUtc)> keep) { m_keep = std::move(keep); }

private:
    struct Anchor // utc was true at `at`
    {
        QDateTime utc;
        std::chrono::milliseconds at;
    };
    [[nodiscard]] QDateTime carriedOn(const Anchor &anchor) const;

    const Clock &m_machine;
    std::function<void(const QDateTime &)> m_keep;
    mutable QMutex m_mutex; // guards the two below
    Anchor m_floor;
    std::optional<Anchor> m_signed;
};

} // namespace tongban::offline::platform
