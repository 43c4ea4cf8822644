// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/node_transport.h"

#include "drivers/transport/wait_for.h"

#include <QFile>

#include <fcntl.h>
#include <poll.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::transport {

namespace {

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

NodeTransport::NodeTransport(const char *subsystem, int flags, NodeAddress address)
    : m_subsystem(subsystem), m_flags(flags), m_address(std::move(address))
{}

QString NodeTransport::operation(const char *what) const
{
    return QLatin1String(m_subsystem) + QLatin1Char('.') + QLatin1String(what);
}

Result<void> NodeTransport::open()
{
    if (isOpen())
        return {};
    const auto nodes = nodesOf(m_subsystem, m_address);
    if (!nodes)
        return fail(nodes.error());
    std::optional<Error> refusal;
    for (const QString &node : *nodes) {
        const auto opened = openNode(node);
        if (opened)
            return opened;
        if (!refusal)
            refusal = opened.error();
    }
    return fail(*refusal);
}

Result<void> NodeTransport::openNode(const QString &path)
{
    FileDescriptor fd(::open(QFile::encodeName(path).constData(), m_flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!fd.isValid()) {
        const bool refused = errno == EACCES || errno == EPERM || errno == EBUSY;
        return fail(refused ? ErrorKind::DeviceFault : ErrorKind::DeviceAbsent, operation("open"),
                    path + QStringLiteral(": ") + systemError());
    }
    if (const auto accepted = accept(fd.get()); !accepted)
        return fail(accepted.error().kind, accepted.error().where,
                    path + QStringLiteral(": ") + accepted.error().detail);
    m_fd = std::move(fd);
    m_path = path;
    discardInput(); // what was shown before belongs to nobody
    return {};
}

Result<void> NodeTransport::write(const QByteArray &bytes, Deadline deadline, std::stop_token stop)
{
    const QString where = operation("write");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    const auto ready = waitFor(m_fd.get(), POLLOUT, deadline, stop, where);
    if (!ready)
        return fail(ready.error());
    // A message leaves whole or not at all.
    if (::write(m_fd.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        return gone(where, systemError());
    return {};
}

Result<QByteArray> NodeTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes > 0);
    const QString where = operation("read");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    auto bytes = readWhenReady(m_fd.get(), maxBytes, deadline, stop, where);
    if (failedWith(bytes, ErrorKind::DeviceAbsent))
        return gone(where, bytes.error().detail);
    return bytes;
}

void NodeTransport::discardInput()
{
    // A device that talks without pause shall not hold us here: its queue in the kernel is shorter than this.
    constexpr int most = 1024;
    std::array<char, 4096> bytes;
    for (int i = 0; i < most && isOpen(); ++i) {
        if (::read(m_fd.get(), bytes.data(), bytes.size()) <= 0)
            return;
    }
}

void NodeTransport::close()
{
    if (isOpen())
        release(m_fd.get());
    m_fd.reset();
}

tl::unexpected<Error> NodeTransport::gone(const QString &operation, const QString &detail)
{
    close();
    return fail(ErrorKind::DeviceAbsent, operation, m_path + QStringLiteral(": ") + detail);
}

} // namespace tongban::drivers::transport
