// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/server_line.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>

namespace tongban::tests {

using drivers::transport::FileDescriptor;

namespace {

constexpr int tick = 20; // ms; how soon the end of the test is seen

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr_un local(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
    return address;
}

template <class Address> sockaddr *nameOf(Address &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

bool say(int fd, const char *bytes, std::size_t count)
{
    while (count > 0) {
        const auto said = ::send(fd, bytes, count, MSG_NOSIGNAL);
        if (said <= 0)
            return false;
        bytes += said;
        count -= static_cast<std::size_t>(said);
    }
    return true;
}

bool say(int fd, const QByteArray &bytes)
{
    return say(fd, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

ServerLine::~ServerLine()
{
    m_thread.request_stop();
}

QString ServerLine::listen()
{
    m_listener.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_listener.get(), nameOf(address), length) != 0 ||
        ::getsockname(m_listener.get(), nameOf(address), &length) != 0)
        return QStringLiteral("no port");
    m_port = ntohs(address.sin_port);
    return begin();
}

QString ServerLine::listenAt(const QString &socketPath)
{
    m_listener.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const QByteArray path = socketPath.toUtf8();
    ::unlink(path.constData());
    sockaddr_un address = local(path);
    return ::bind(m_listener.get(), nameOf(address), sizeof address) == 0 ? begin() : QStringLiteral("no socket");
}

QString ServerLine::begin()
{
    if (::listen(m_listener.get(), 8) != 0)
        return QStringLiteral("nobody can listen");
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
    return {};
}

void ServerLine::serve(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::vector<pollfd> waiting{{.fd = m_listener.get(), .events = POLLIN, .revents = 0}};
        for (const Connection &connection : m_connections) {
            waiting.push_back({.fd = connection.terminal.get(), .events = POLLIN, .revents = 0});
            waiting.push_back({.fd = connection.service.get(), .events = POLLIN, .revents = 0});
        }
        if (::poll(waiting.data(), waiting.size(), tick) <= 0)
            continue;
        for (std::size_t i = m_connections.size(); i-- > 0;) { // the last first: it may go
            const bool isAsked = waiting[1 + 2 * i].revents != 0;
            const bool isAnswered = waiting[2 + 2 * i].revents != 0;
            const bool goesOn =
                (!isAsked || carryQuestion(m_connections[i])) && (!isAnswered || carryAnswer(m_connections[i]));
            if (!goesOn)
                m_connections.erase(m_connections.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (waiting.front().revents != 0)
            accept();
    }
    m_connections.clear();
}

void ServerLine::accept()
{
    FileDescriptor terminal(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    FileDescriptor service = toService();
    if (!terminal.isValid() || !service.isValid()) // nobody serves: hung up on
        return;
    const int atOnce = 1; // fails where the line is no TCP
    static_cast<void>(::setsockopt(terminal.get(), IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce));
    m_connections.push_back({std::move(terminal), std::move(service)});
}

bool ServerLine::carryQuestion(const Connection &connection) const
{
    char bytes[65536];
    const auto count = ::recv(connection.terminal.get(), bytes, sizeof bytes, 0);
    if (count <= 0)
        return false;
    switch (m_manner.load()) {
    case Whole:
    case OneByte:
        return say(connection.service.get(), bytes, static_cast<std::size_t>(count));
    case Garbage:
        return say(connection.terminal.get(), QByteArray("\x02\x7f\xfe\x03 weight 12.5 kg\r\n").repeated(20));
    case Stranger:
        static_cast<void>(say(connection.terminal.get(), "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n"
                                                         "Content-Length: 15\r\nConnection: close\r\n\r\n"
                                                         "<html>no</html>"));
        return false;
    }
    Q_UNREACHABLE();
}

bool ServerLine::carryAnswer(const Connection &connection) const
{
    char bytes[65536];
    const auto count = ::recv(connection.service.get(), bytes, sizeof bytes, 0);
    if (count <= 0)
        return false;
    if (m_manner != OneByte)
        return say(connection.terminal.get(), bytes, static_cast<std::size_t>(count));
    for (const char *byte = bytes; byte < bytes + count; ++byte) {
        if (!say(connection.terminal.get(), byte, 1))
            return false;
    }
    return true;
}

FileDescriptor ServerLine::toService() const
{
    const bool isLocal = !m_servicePath.isEmpty();
    FileDescriptor service(::socket(isLocal ? AF_UNIX : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in port = loopback(m_servicePort);
    sockaddr_un path = local(m_servicePath);
    const int connected = isLocal ? ::connect(service.get(), nameOf(path), sizeof path)
                                  : ::connect(service.get(), nameOf(port), sizeof port);
    return connected == 0 ? std::move(service) : FileDescriptor();
}

} // namespace tongban::tests
