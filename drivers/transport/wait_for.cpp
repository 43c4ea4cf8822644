// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/wait_for.h"

#include "drivers/transport/file_descriptor.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace tongban::drivers::transport {

Result<short> waitFor(int fd, short events, Deadline deadline, const std::stop_token &stop, const QString &where)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    const FileDescriptor wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
    if (!wake.isValid())
        return fail(ErrorKind::DeviceFault, where, QString::fromLocal8Bit(std::strerror(errno)));
    const std::stop_callback onStop(stop, [&wake] {
        const std::uint64_t one = 1;
        // An eventfd at zero always takes a one: nothing to check.
        [[maybe_unused]] const auto written = ::write(wake.get(), &one, sizeof one);
    });
    std::array<pollfd, 2> fds{pollfd{fd, events, 0}, pollfd{wake.get(), POLLIN, 0}};
    while (true) {
        const int ready = ::poll(fds.data(), fds.size(), static_cast<int>(deadline.remaining().count()));
        if (fds[1].revents != 0 || stop.stop_requested())
            return fail(ErrorKind::Cancelled, where);
        if (ready > 0 && fds[0].revents != 0)
            return fds[0].revents;
        if (ready < 0 && errno != EINTR)
            return fail(ErrorKind::DeviceFault, where, QString::fromLocal8Bit(std::strerror(errno)));
        if (deadline.expired())
            return fail(ErrorKind::DeviceSilent, where, QStringLiteral("deadline passed"));
    }
}

Result<QByteArray> readWhenReady(int fd, qsizetype maxBytes, Deadline deadline, const std::stop_token &stop,
                                 const QString &where)
{
    QByteArray bytes(maxBytes, Qt::Uninitialized);
    while (true) {
        const auto ready = waitFor(fd, POLLIN, deadline, stop, where);
        if (!ready)
            return fail(ready.error());
        // What arrived before the hang-up is still to be read: POLLIN goes first.
        if ((*ready & POLLIN) == 0)
            return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("hang-up"));
        const auto n = ::read(fd, bytes.data(), static_cast<size_t>(maxBytes));
        if (n > 0) {
            bytes.truncate(n);
            return bytes;
        }
        if (n == 0)
            return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("hang-up"));
        if (errno != EAGAIN && errno != EINTR) // EIO, ENODEV: the other end of a pseudo-terminal or the adapter is gone
            return fail(ErrorKind::DeviceAbsent, where, QString::fromLocal8Bit(std::strerror(errno)));
    }
}

Result<void> pause(std::chrono::milliseconds span, Deadline deadline, const std::stop_token &stop, const QString &where)
{
    const auto waited = waitFor(-1, 0, deadline.capped(span), stop, where);
    if (failedWith(waited, ErrorKind::DeviceSilent)) // the span is over, which is what was wanted
        return {};
    if (!waited)
        return fail(waited.error());
    return {};
}

} // namespace tongban::drivers::transport
