// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that two processes see, and how its descriptor gets from one to the other (memfd_create(2), unix(7)).
#pragma once

#include "app/core/base/result.h"
#include "drivers/transport/file_descriptor.h"

#include <QByteArray>

namespace tongban::drivers::devices {

// New memory of zeros that can neither shrink nor grow any more. DeviceFault when the system refuses.
Result<transport::FileDescriptor> makeSharedMemory(qint64 bytes);

// Whether it has exactly this size and is sealed against another: memory that shrinks under a reader kills it (SIGBUS).
Result<void> checkSharedMemory(int fd, qint64 bytes); // ProtocolViolation

class Mapping
{
public:
    Mapping() = default;
    ~Mapping();
    Mapping(Mapping &&other) noexcept;
    Mapping &operator=(Mapping &&other) noexcept;
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    // offset, bytes: whole pages. DeviceFault when the system refuses.
    static Result<Mapping> of(int fd, qint64 offset, qint64 bytes, bool isWritable);
    [[nodiscard]] uchar *data() const { return m_data; }

private:
    uchar *m_data = nullptr;
    std::size_t m_size = 0;
};

struct Received
{
    QByteArray bytes;                     // empty: the other side has ended
    transport::FileDescriptor descriptor; // came along, or invalid; of several the last
};

// Does not wait: to be called when poll says that there is something. DeviceFault.
Result<Received> receiveWithDescriptor(int socket);

// Sends all of `bytes`, the descriptor with the first. Blocks. False when the other side is gone.
[[nodiscard]] bool sendWithDescriptor(int socket, const QByteArray &bytes, int descriptor);

} // namespace tongban::drivers::devices
