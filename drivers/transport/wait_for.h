// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where a driver waits on file descriptors: bounded by a deadline and by a stop.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <QByteArray>

#include <stop_token>

namespace tongban::drivers::transport {

// Waits until one of `events` (POLLIN, POLLOUT) or a hang-up is seen on `fd`; returns poll's revents. The stop wakes it
// at once. Errors: DeviceSilent (deadline), Cancelled, DeviceFault (poll itself failed). `where` names the caller. fd <
// 0 waits for nothing but the deadline and the stop.
Result<short> waitFor(int fd, short events, Deadline deadline, const std::stop_token &stop, const QString &where);

// Waits for the first byte (message) and takes what is there, 1 … maxBytes. Errors as waitFor; DeviceAbsent with the reason
// when the other end hung up or the cable was pulled: the caller closes.
Result<QByteArray> readWhenReady(int fd, qsizetype maxBytes, Deadline deadline, const std::stop_token &stop,
                                 const QString &where);

// A pause between two polls of a device; Cancelled when stop is requested meanwhile. Ends early at the deadline.
Result<void> pause(std::chrono::milliseconds span, Deadline deadline, const std::stop_token &stop,
                   const QString &where);

} // namespace tongban::drivers::transport
