// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/misfit_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <cstring>
#include <string>
#include <vector>

namespace tongban::tests {
namespace {

constexpr int tick = 10; // ms; how soon the end of the test is seen, and the pace of the dribble

bool isReadable(int fd)
{
    pollfd poller{.fd = fd, .events = POLLIN, .revents = 0};
    return ::poll(&poller, 1, tick) > 0;
}

void say(int fd, const std::string &text)
{
    static_cast<void>(::send(fd, text.data(), text.size(), MSG_NOSIGNAL));
}

} // namespace

MisfitServer::MisfitServer(Manner manner) : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *name = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener.get(), name, length) == 0 && ::listen(m_listener.get(), 8) == 0 &&
        ::getsockname(m_listener.get(), name, &length) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this, manner](const std::stop_token &stop) { serve(stop, manner); });
}

MisfitServer::~MisfitServer()
{
    m_thread.request_stop();
    m_thread.join();
}

void MisfitServer::serve(const std::stop_token &stop, Manner manner) const
{
    std::vector<drivers::transport::FileDescriptor> open;
    while (!stop.stop_requested()) {
        if (manner == Dribble) {
            for (const auto &connection : open)
                say(connection.get(), "x");
        }
        if (!isReadable(m_listener.get()))
            continue;
        drivers::transport::FileDescriptor connection(::accept(m_listener.get(), nullptr, nullptr));
        char request[4096];
        while (!stop.stop_requested() && manner != Silence && !isReadable(connection.get())) {
        }
        static_cast<void>(::recv(connection.get(), request, sizeof request, MSG_DONTWAIT));
        if (manner == Garbage)
            say(connection.get(), "\x02\x03 weight 12.5 kg\r\n");
        if (manner == Dribble)
            say(connection.get(), "HTTP/1.1 200 OK\r\nX-Endless: ");
        if (manner == Web)
            say(connection.get(), "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n"
                                  "<html>hi</html>");
        if (manner != HangUp)
            open.push_back(std::move(connection));
    }
}

} // namespace tongban::tests
