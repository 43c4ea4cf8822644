// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/evdev_transport.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::transport {

namespace {

constexpr qsizetype eventLength = sizeof(input_event);

// Digits and Enter: volume buttons, power buttons and mice have keys too.
bool canType(int fd)
{
    std::array<unsigned char, KEY_MAX / 8 + 1> keys{};
    if (::ioctl(fd, EVIOCGBIT(EV_KEY, keys.size()), keys.data()) < 0)
        return false;
    const auto has = [&keys](size_t key) { return (keys.at(key / 8) >> (key % 8) & 1) != 0; };
    for (size_t digit = KEY_1; digit <= KEY_0; ++digit) {
        if (!has(digit))
            return false;
    }
    return has(KEY_ENTER);
}

} // namespace

EvdevTransport::EvdevTransport(NodeAddress address) : NodeTransport("input", O_RDONLY, std::move(address)) {}

Result<void> EvdevTransport::accept(int fd)
{
    if (!canType(fd))
        return fail(ErrorKind::ProtocolViolation, operation("open"), QStringLiteral("not a keyboard's event node"));
    if (::ioctl(fd, EVIOCGRAB, 1) != 0)
        return fail(ErrorKind::DeviceFault, operation("grab"), QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

void EvdevTransport::release(int fd)
{
    m_part.clear();
    // Closing alone would do it; said aloud, it is also done when a child process holds a copy of the descriptor.
    [[maybe_unused]] const int ungrabbed = ::ioctl(fd, EVIOCGRAB, 0);
}

Result<QByteArray> EvdevTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes >= eventLength);
    const qsizetype whole = maxBytes - maxBytes % eventLength;
    while (m_part.size() < eventLength) {
        auto bytes = NodeTransport::read(whole - m_part.size(), deadline, stop);
        if (!bytes)
            return bytes;
        m_part += *bytes;
    }
    const qsizetype length = m_part.size() - m_part.size() % eventLength;
    const QByteArray events = m_part.first(length);
    m_part.remove(0, length);
    return events;
}

void EvdevTransport::discardInput()
{
    m_part.clear();
    NodeTransport::discardInput();
}

Result<void> EvdevTransport::write(const QByteArray &, Deadline, std::stop_token)
{
    return fail(ErrorKind::DeviceFault, operation("write"), QStringLiteral("nothing is sent to a keyboard"));
}

} // namespace tongban::drivers::transport
