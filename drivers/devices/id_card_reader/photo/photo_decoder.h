// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of ID cards through a vendor's library. It runs in tongban-photo, a process of its own for each card: the library
// is closed, and nobody but its vendor knows on which card it crashes or hangs.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <stop_token>

namespace tongban::drivers::devices {

class PhotoDecoder // on the reader's Lane
{
public:
    // program: path of tongban-photo; it stands beside the kiosk's own executable. library: see photo_main.cpp.
    PhotoDecoder(QString program, QString library, std::chrono::milliseconds timeout);

    // wlt: 1024 bytes, as in the chip. A BMP file (photo_protocol.h). Errors: DeviceFault (the program or the library
    // died, or the library refused), DeviceSilent (it took longer than the time-out or the deadline), ProtocolViolation
    // (what it gave is no picture), Misconfigured (no such library), Cancelled. The next card is tried again.
    Result<QByteArray> decode(const QByteArray &wlt, Deadline deadline, const std::stop_token &stop) const;

private:
    QString m_program;
    QString m_library;
    std::chrono::milliseconds m_timeout;
};

} // namespace tongban::drivers::devices
