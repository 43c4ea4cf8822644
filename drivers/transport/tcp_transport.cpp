// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/tcp_transport.h"

#include "drivers/transport/wait_for.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace tongban::drivers::transport {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds openPatience{150}; // open() knows no stop: it must be over within 200 ms

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

std::optional<Address> addressOf(const QString &host, quint16 port)
{
    const QByteArray text = host == QStringLiteral("localhost") ? QByteArray("127.0.0.1") : host.toLatin1();
    Address address;
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (::inet_pton(AF_INET, text.constData(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        address.size = sizeof v4;
        std::memcpy(&address.storage, &v4, sizeof v4);
        return address;
    }
    if (::inet_pton(AF_INET6, text.constData(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        address.size = sizeof v6;
        std::memcpy(&address.storage, &v6, sizeof v6);
        return address;
    }
    return std::nullopt;
}

QString wordsOf(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

void setOption(int fd, int level, int name, int value)
{
    // The worst that a refused option does is a later notice: nothing to report.
    static_cast<void>(::setsockopt(fd, level, name, &value, sizeof value));
}

void lookAfter(int fd, std::chrono::milliseconds deadAfter)
{
    const auto seconds = std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(deadAfter).count()) / 3);
    setOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(fd, IPPROTO_TCP, TCP_KEEPIDLE, seconds);
    setOption(fd, IPPROTO_TCP, TCP_KEEPINTVL, seconds);
    setOption(fd, IPPROTO_TCP, TCP_KEEPCNT, 2);
    setOption(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<int>(deadAfter.count()));
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1); // questions of three bytes wait for nobody
}

} // namespace

TcpTransport::TcpTransport(TcpOptions options) : m_options(std::move(options)) {}

bool TcpTransport::knowsHost(const QString &host)
{
    return addressOf(host, 0).has_value();
}

Result<void> TcpTransport::open()
{
    if (isOpen())
        return {};
    if (auto begun = beginConnecting(); !begun)
        return begun;
    auto connected = awaitConnection(Deadline::in(openPatience), {}, QStringLiteral("tcp.open"));
    if (failedWith(connected, ErrorKind::DeviceSilent)) // the first write or read waits for the rest
        return {};
    return connected;
}

Result<void> TcpTransport::beginConnecting()
{
    const auto where = QStringLiteral("tcp.open");
    const auto address = addressOf(m_options.host, m_options.port);
    if (!address)
        return fail(ErrorKind::Misconfigured, where, m_options.host + QStringLiteral(" is no IP address"));
    FileDescriptor fd(::socket(address->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd.isValid())
        return fail(ErrorKind::DeviceFault, where, wordsOf(errno));
    lookAfter(fd.get(), m_options.deadAfter);
    const int code = ::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address->storage), address->size);
    if (code != 0 && errno != EINPROGRESS)
        return fail(ErrorKind::DeviceAbsent, where, m_options.host + QStringLiteral(": ") + wordsOf(errno));
    m_fd = std::move(fd);
    m_isConnecting = true;
    return {};
}

Result<void> TcpTransport::awaitConnection(Deadline deadline, const std::stop_token &stop, const QString &where)
{
    if (!m_isConnecting)
        return {};
    const auto ready = waitFor(m_fd.get(), POLLOUT, deadline, stop, where);
    if (!ready)
        return fail(ready.error().kind, where, QStringLiteral("not connected yet"));
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(m_fd.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
        return gone(where, wordsOf(error));
    m_isConnecting = false;
    return {};
}

Result<void> TcpTransport::finishConnecting(Deadline deadline, const std::stop_token &stop, const QString &where)
{
    auto connected = awaitConnection(deadline, stop, where);
    if (failedWith(connected, ErrorKind::DeviceSilent)) // switched off, or the cable is out: nobody even refuses
        return gone(where, QStringLiteral("nobody answers the call"));
    return connected;
}

Result<void> TcpTransport::write(const QByteArray &bytes, Deadline deadline, std::stop_token stop)
{
    const auto where = QStringLiteral("tcp.write");
    qsizetype sent = 0;
    const auto progress = [&] { return QStringLiteral("%1 of %2 bytes had left").arg(sent).arg(bytes.size()); };
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    if (auto connected = finishConnecting(deadline, stop, where); !connected)
        return connected;
    while (sent < bytes.size()) {
        const auto ready = waitFor(m_fd.get(), POLLOUT, deadline, stop, where);
        if (!ready)
            return fail(ready.error().kind, where, progress());
        const auto n = ::send(m_fd.get(), bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent),
                              MSG_NOSIGNAL);
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            return gone(where, progress() + QStringLiteral(": ") + wordsOf(errno));
        if (n > 0)
            sent += n;
    }
    return {};
}

Result<QByteArray> TcpTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes > 0);
    const auto where = QStringLiteral("tcp.read");
    if (!isOpen())
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    if (auto connected = finishConnecting(deadline, stop, where); !connected)
        return fail(connected.error());
    QByteArray bytes(maxBytes, Qt::Uninitialized);
    while (true) {
        // A reset shows as POLLERR; recv() still gives first what had arrived, then says what happened.
        const auto ready = waitFor(m_fd.get(), POLLIN, deadline, stop, where);
        if (!ready)
            return fail(ready.error());
        const auto n = ::recv(m_fd.get(), bytes.data(), static_cast<size_t>(maxBytes), 0);
        if (n > 0) {
            bytes.truncate(n);
            return bytes;
        }
        if (n == 0)
            return gone(where, QStringLiteral("the box has hung up"));
        if (errno != EAGAIN && errno != EINTR)
            return gone(where, wordsOf(errno));
    }
}

void TcpTransport::discardInput()
{
    if (!isOpen() || m_isConnecting)
        return;
    std::array<char, 4096> waste;
    while (::recv(m_fd.get(), waste.data(), waste.size(), MSG_DONTWAIT) > 0) {
    }
}

void TcpTransport::close()
{
    m_fd.reset();
    m_isConnecting = false;
}

tl::unexpected<Error> TcpTransport::gone(const QString &where, const QString &detail)
{
    close();
    return fail(ErrorKind::DeviceAbsent, where,
                QStringLiteral("%1:%2: %3").arg(m_options.host).arg(m_options.port).arg(detail));
}

} // namespace tongban::drivers::transport
