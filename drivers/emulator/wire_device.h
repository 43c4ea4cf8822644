// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a wire as a pure state machine: bytes and time in, bytes out. No I/O, no clock of its own.
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace tongban::drivers::emulator {

using Micros = std::chrono::microseconds; // monotonic, arbitrary origin

class WireDevice
{
public:
    virtual ~WireDevice() = default;

    // Bytes from the kiosk; returns what the device answers at once.
    [[nodiscard]] virtual QByteArray receive(const QByteArray &bytes, Micros now) = 0;

    // Does what is due by `now` and returns the answers that came of it.
    [[nodiscard]] virtual QByteArray advance(Micros now) = 0;

    // When advance() has something to do next; nothing = only after receive() or a changed state.
    [[nodiscard]] virtual std::optional<Micros> nextAt() const = 0;

    // Answers dribble out one byte a millisecond instead of at the line's speed.
    [[nodiscard]] virtual bool isDribbling() const { return false; }
};

} // namespace tongban::drivers::emulator
