// SPDX-License-Identifier: GPL-3.0-or-later
// The camera program's half of the conversation: what the kiosk wishes, and the watch over a capture that hangs.
//
// A thread of its own reads the wishes. When the input ends, or when a watched step takes too long, it ends the whole
// process at once: the other thread may hang in the kernel, and there is nothing to be saved.
#pragma once

#include "drivers/devices/camera/camera_protocol.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace tongban::drivers::devices {

class KioskLine
{
public:
    using Clock = std::chrono::steady_clock;

    // Turns standard output to standard error, because libraries print, and speaks on a copy of it. One a process.
    KioskLine();

    // Waits for the Start. Nothing when the kiosk is gone or asks for something else.
    std::optional<CameraStart> awaitStart();
    void listen(); // begins the thread; after awaitStart

    void say(CameraMessage::Type type, const QByteArray &payload = {});
    void sayWithDescriptor(CameraMessage::Type type, const QByteArray &payload, int descriptor);

    // From here on the thread may end the process: the step is to be over within `span`. Nothing: no step is watched.
    void watch(std::optional<std::chrono::milliseconds> span);

    // Whether somebody waits for this picture. Then the wish is met.
    bool meetFrameWish(quint64 sequence);
    // Of wishes that came before `moment`: what was in the camera's view earlier belonged to somebody else.
    std::optional<CaptureWish> takeCaptureWish(Clock::time_point moment);
    [[nodiscard]] std::optional<quint32> codeWish(Clock::time_point moment); // stays until it is met
    void codeWishMet(quint32 ticket);

private:
    template <class T> struct Timed
    {
        T wish;
        Clock::time_point came;
    };

    [[noreturn]] void live(); // the thread
    void hear();
    void note(const CameraMessage &message);
    void checkWatch();

    int m_output;
    CameraMessageDecoder m_decoder;
    std::mutex m_mutex; // guards all below
    std::optional<Clock::time_point> m_overdue;
    std::chrono::milliseconds m_span{0};
    std::optional<quint64> m_frame;
    std::optional<Timed<CaptureWish>> m_capture;
    std::optional<Timed<quint32>> m_code;
};

} // namespace tongban::drivers::devices
