// SPDX-License-Identifier: GPL-3.0-or-later
// The camera program's life once the camera is open: picture, ring, wishes, next picture.
#pragma once

#include "drivers/devices/camera/frame_source.h"
#include "drivers/devices/camera/kiosk_line.h"
#include "drivers/devices/camera/ring_memory.h"

#include <memory>
#include <optional>

namespace tongban::drivers::devices {

// What is done with each picture in mode codes, apart from what a code is: the grey picture is in the ring, once; it is
// decoded there. tests/bench measures this against the bare decoder.
[[nodiscard]] std::optional<QByteArray> findCodeIn(const RingMemory &ring, int slot);

class CaptureLoop
{
public:
    CaptureLoop(FrameSource &source, KioskLine &line, CameraStart start)
        : m_source(source), m_line(line), m_start(std::move(start))
    {}

    // Runs until the camera fails; says why. ProtocolViolation when for frameTimeout nothing came but what is no picture.
    Error run();

private:
    using Clock = KioskLine::Clock;

    Result<void> takeIn(const RawFrame &frame, Clock::time_point begun);
    Result<void> bad();
    Result<void> makeRing(QSize size);
    void serve(const RawFrame &frame, int slot, Clock::time_point begun);
    void capture(const RawFrame &frame, const CaptureWish &wish);

    FrameSource &m_source;
    KioskLine &m_line;
    CameraStart m_start;
    std::unique_ptr<RingMemory> m_ring; // once the size of the pictures is known
    Clock::time_point m_lastGood = Clock::now();
    bool m_isAnnounced = false;
};

} // namespace tongban::drivers::devices
