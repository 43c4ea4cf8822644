// SPDX-License-Identifier: GPL-3.0-or-later
// A loopback TCP connection as a Transport.
#pragma once

#include "drivers/transport/file_descriptor.h"
#include "drivers/transport/transport.h"
#include "drivers/transport/wait_for.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tongban::tests {

class SocketTransport final : public drivers::transport::Transport
{
public:
    explicit SocketTransport(quint16 port) : m_port(port) {}

    Result<void> open() override
    {
        if (isOpen())
            return {};
        drivers::transport::FileDescriptor fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("socket.open"));
        m_fd = std::move(fd);
        return {};
    }
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override
    {
        const auto ready = drivers::transport::waitFor(m_fd.get(), POLLOUT, deadline, stop, QStringLiteral("socket"));
        if (!ready)
            return fail(ready.error());
        // A line of text is far smaller than the socket's buffer.
        if (::send(m_fd.get(), bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) != bytes.size())
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("socket.write"));
        return {};
    }
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override
    {
        const auto ready = drivers::transport::waitFor(m_fd.get(), POLLIN, deadline, stop, QStringLiteral("socket"));
        if (!ready)
            return fail(ready.error());
        QByteArray bytes(maxBytes, Qt::Uninitialized);
        const auto n = ::read(m_fd.get(), bytes.data(), static_cast<size_t>(maxBytes));
        if (n <= 0)
            return fail(ErrorKind::DeviceAbsent, QStringLiteral("socket.read"), QStringLiteral("the connection ended"));
        return bytes.first(n);
    }
    void discardInput() override {}
    void close() override { m_fd.reset(); }
    [[nodiscard]] bool isOpen() const override { return m_fd.isValid(); }

private:
    quint16 m_port;
    drivers::transport::FileDescriptor m_fd;
};

} // namespace tongban::tests
