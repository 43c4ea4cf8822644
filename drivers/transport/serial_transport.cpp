// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/serial_transport.h"

#include "drivers/transport/wait_for.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::transport {

namespace {

constexpr std::array<std::pair<int, speed_t>, 6> speeds{
    {{9600, B9600}, {19200, B19200}, {38400, B38400}, {57600, B57600}, {115200, B115200}, {230400, B230400}}};

speed_t speedOf(int baudRate)
{
    for (const auto &[rate, speed] : speeds) {
        if (rate == baudRate)
            return speed;
    }
    return B0;
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

SerialTransport::SerialTransport(SerialOptions options) : m_options(std::move(options)) {}

bool SerialTransport::knowsBaudRate(int baudRate)
{
    return speedOf(baudRate) != B0;
}

Result<void> SerialTransport::open()
{
    if (isOpen())
        return {};
    // O_NONBLOCK: a line without a carrier would block in open() for ever; afterwards every wait is a poll.
    FileDescriptor fd(
        ::open(QFile::encodeName(m_options.path).constData(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!fd.isValid()) {
        const bool refused = errno == EACCES || errno == EPERM || errno == EBUSY;
        return fail(refused ? ErrorKind::DeviceFault : ErrorKind::DeviceAbsent, QStringLiteral("serial.open"),
                    m_options.path + QStringLiteral(": ") + systemError());
    }
    if (auto configured = configure(fd.get()); !configured)
        return configured;
    m_fd = std::move(fd);
    discardInput(); // whatever arrived before us belongs to nobody
    return {};
}

Result<void> SerialTransport::configure(int fd) const
{
    const auto refused = [this](ErrorKind kind, const QString &why) {
        return fail(kind, QStringLiteral("serial.configure"), m_options.path + QStringLiteral(": ") + why);
    };
    termios line{};
    if (::tcgetattr(fd, &line) != 0)
        return refused(ErrorKind::DeviceAbsent, QStringLiteral("not a serial line: ") + systemError());
    const speed_t speed = speedOf(m_options.baudRate);
    if (speed == B0)
        return refused(ErrorKind::Misconfigured, QStringLiteral("baud rate %1 is unknown").arg(m_options.baudRate));
    ::cfmakeraw(&line);
    line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    line.c_cflag |= CREAD | CLOCAL;
    line.c_cc[VMIN] = 1;
    line.c_cc[VTIME] = 0;
    ::cfsetispeed(&line, speed);
    ::cfsetospeed(&line, speed);
    if (::tcsetattr(fd, TCSANOW, &line) != 0)
        return refused(ErrorKind::DeviceFault, systemError());
    return {};
}

Result<void> SerialTransport::write(const QByteArray &bytes, Deadline deadline, std::stop_token stop)
{
    const auto where = QStringLiteral("serial.write");
    qsizetype sent = 0;
    const auto progress = [&] { return QStringLiteral("%1 of %2 bytes had left").arg(sent).arg(bytes.size()); };
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    while (sent < bytes.size()) {
        const auto ready = waitFor(m_fd.get(), POLLOUT, deadline, stop, where);
        if (!ready)
            return fail(ready.error().kind, where, progress());
        if ((*ready & (POLLHUP | POLLERR | POLLNVAL)) != 0)
            return gone(where, progress());
        const auto n = ::write(m_fd.get(), bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            return gone(where, progress() + QStringLiteral(": ") + systemError());
        if (n > 0)
            sent += n;
    }
    return {};
}

Result<QByteArray> SerialTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes > 0);
    const auto where = QStringLiteral("serial.read");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    auto bytes = readWhenReady(m_fd.get(), maxBytes, deadline, stop, where);
    if (failedWith(bytes, ErrorKind::DeviceAbsent))
        return gone(where, bytes.error().detail);
    return bytes;
}

void SerialTransport::discardInput()
{
    if (isOpen())
        ::tcflush(m_fd.get(), TCIFLUSH);
}

tl::unexpected<Error> SerialTransport::gone(const QString &operation, const QString &detail)
{
    close();
    return fail(ErrorKind::DeviceAbsent, operation, m_options.path + QStringLiteral(": ") + detail);
}

} // namespace tongban::drivers::transport
