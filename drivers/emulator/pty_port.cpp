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

// A line without flow control that nobody listens to loses bytes; the kernel's own buffer holds about as much again.
constexpr qsizetype unsentLimit = 64 * 1024;

tl::unexpected<Error> systemFault(const QString &what)
{
    return fail(ErrorKind::DeviceFault, QStringLiteral("pty.plug"),
                what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

PtyPort::PtyPort(QString linkPath, WireDevice &device, int baudRate)
    : WirePort(device, baudRate), m_linkPath(std::move(linkPath))
{}

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
    m_writable = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Write);
    m_writable->setEnabled(false); // only while something is left to write
    connect(m_writable.get(), &QSocketNotifier::activated, this, &PtyPort::writeMaster);
    return {};
}

void PtyPort::unplug()
{
    hush();
    m_unsent.clear();
    m_readable.reset();
    m_writable.reset();
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
    take(QByteArray(buffer.data(), count));
}

void PtyPort::send(const QByteArray &bytes)
{
    m_unsent += bytes.first(std::min(bytes.size(), unsentLimit - m_unsent.size()));
    writeMaster();
}

// The kernel takes what its buffer has room for, on a busy machine not always all: the rest follows when it may.
void PtyPort::writeMaster()
{
    const auto written = ::write(m_master, m_unsent.constData(), static_cast<size_t>(m_unsent.size()));
    if (written > 0)
        m_unsent.remove(0, written);
    m_writable->setEnabled(!m_unsent.isEmpty());
}

} // namespace tongban::drivers::emulator
