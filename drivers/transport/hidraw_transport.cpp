// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/hidraw_transport.h"

#include <fcntl.h>
#include <linux/hidraw.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::transport {

HidrawTransport::HidrawTransport(NodeAddress address) : NodeTransport("hidraw", O_RDWR, std::move(address)) {}

Result<void> HidrawTransport::accept(int fd)
{
    int size = 0;
    if (::ioctl(fd, HIDIOCGRDESCSIZE, &size) != 0)
        return fail(ErrorKind::ProtocolViolation, operation("open"), QStringLiteral("no hidraw node"));
    return {};
}

Result<QByteArray> HidrawTransport::selfDescription(Deadline, std::stop_token)
{
    if (const auto opened = open(); !opened)
        return fail(opened.error());
    const QString where = operation("descriptor");
    int size = 0;
    hidraw_report_descriptor descriptor{};
    if (::ioctl(fd(), HIDIOCGRDESCSIZE, &size) != 0)
        return gone(where, QString::fromLocal8Bit(std::strerror(errno)));
    descriptor.size = static_cast<__u32>(std::clamp(size, 0, HID_MAX_DESCRIPTOR_SIZE));
    if (::ioctl(fd(), HIDIOCGRDESC, &descriptor) != 0)
        return gone(where, QString::fromLocal8Bit(std::strerror(errno)));
    return QByteArray(reinterpret_cast<const char *>(descriptor.value), static_cast<qsizetype>(descriptor.size));
}

} // namespace tongban::drivers::transport
