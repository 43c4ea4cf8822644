// SPDX-License-Identifier: GPL-3.0-or-later
// Moves bytes to and from one device. Blocking; used on the device's Lane only, never from two threads.
//
// Completion duty: every call ends by value, by error or at its deadline, at the latest 200 ms after stop is requested.
// Errors: DeviceAbsent (not there, or gone while in use: the transport is then closed and the next open() tries anew),
// DeviceSilent (deadline), DeviceFault (the system refuses), Cancelled (stop requested).
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <QByteArray>

#include <stop_token>

namespace tongban::drivers::transport {

class Transport
{
public:
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport() = default;

    // Opens when closed; does nothing when open. A device is asked to open at the start of every operation, so that one
    // that was unplugged comes back by itself.
    virtual Result<void> open() = 0;

    // All of `bytes` were handed to the system (not: have arrived), or an error. The detail of a DeviceSilent or
    // DeviceAbsent error says how many bytes had left.
    virtual Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) = 0;

    // Waits for the first byte, then returns what is there: 1 … maxBytes bytes, whatever the boundaries of the peer's
    // messages were. maxBytes is at least 1.
    virtual Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) = 0;

    // Forgets what has been received and not been read: the end of an answer that came too late.
    virtual void discardInput() = 0;

    // What the device says of itself beside the stream: hidraw: its report descriptor; USB printer: its IEEE 1284 device
    // id. Empty where there is no such thing. Opens when closed.
    virtual Result<QByteArray> selfDescription(Deadline, std::stop_token) { return QByteArray(); }

    virtual void close() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
};

} // namespace tongban::drivers::transport
