// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/pty_port.h"

#include <QFile>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

Micros now()
{
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch());
}

tl::unexpected<Error> systemFault(const QString &what)
{
    return fail(ErrorKind::DeviceFault, QStringLiteral("pty.plug"),
                what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

PtyPort::PtyPort(QString linkPath, WireDevice &device, int baudRate)
    : m_linkPath(std::move(linkPath)), m_device(device), m_pacer(baudRate)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PtyPort::pump);
}

PtyPort::~PtyPort()
{
    unplug();
}

Result<void> PtyPort::plug()
{
    if (isPlugged())
        return {};
    std::array<char, 128> name{};
    if (::openpty(&m_master, &m_slave, name.data(), nullptr, nullptr) != 0)
        return systemFault(QStringLiteral("openpty"));
    ::fcntl(m_master, F_SETFL, O_NONBLOCK);
    ::fcntl(m_master, F_SETFD, FD_CLOEXEC);
    ::fcntl(m_slave, F_SETFD, FD_CLOEXEC);
    termios line{};
    ::tcgetattr(m_slave, &line);
    ::cfmakeraw(&line); // no echo: a device that hears itself answers itself
    ::tcsetattr(m_slave, TCSANOW, &line);

    const QByteArray link = QFile::encodeName(m_linkPath);
    const QByteArray fresh = link + ".new"; // renamed, so that nobody meets a half-made link
    ::unlink(fresh.constData());
    if (::symlink(name.data(), fresh.constData()) != 0 || ::rename(fresh.constData(), link.constData()) != 0) {
        auto fault = systemFault(m_linkPath);
        unplug();
        return fault;
    }
    m_readable = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &PtyPort::readMaster);
    return {};
}

void PtyPort::unplug()
{
    m_timer.stop();
    m_pacer.clear();
    m_readable.reset();
    if (isPlugged())
        ::unlink(QFile::encodeName(m_linkPath).constData());
    for (int *fd : {&m_master, &m_slave}) {
        if (*fd >= 0)
            ::close(*fd);
        *fd = -1;
    }
}

void PtyPort::readMaster()
{
    std::array<char, 4096> buffer;
    const auto count = ::read(m_master, buffer.data(), buffer.size());
    if (count <= 0)
        return;
    const QByteArray answers = m_device.receive(QByteArray(buffer.data(), count), now());
    m_pacer.enqueue(answers, m_device.isDribbling(), now());
    pump();
    Q_EMIT acted();
}

void PtyPort::pump()
{
    if (!isPlugged())
        return;
    const bool didWork = m_device.nextAt().has_value();
    const QByteArray answers = m_device.advance(now());
    m_pacer.enqueue(answers, m_device.isDribbling(), now());
    write(m_pacer.takeDue(now()));
    arm();
    if (didWork)
        Q_EMIT acted();
}

void PtyPort::write(const QByteArray &bytes)
{
    // When nobody reads for long the line's buffer fills and bytes fall on the floor, as on a real line without flow
    // control.
    if (!bytes.isEmpty()) [[maybe_unused]]
        const auto written = ::write(m_master, bytes.constData(), static_cast<size_t>(bytes.size()));
}

void PtyPort::arm()
{
    std::optional<Micros> next = m_device.nextAt();
    if (const auto byte = m_pacer.nextAt())
        next = next ? std::min(*next, *byte) : *byte;
    if (!next)
        return m_timer.stop();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

} // namespace tongban::drivers::emulator
