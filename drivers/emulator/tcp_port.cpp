// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/tcp_port.h"

#include <sys/socket.h>

namespace tongban::drivers::emulator {
namespace {

constexpr int bitsPerSecond = 10'000'000; // the box's Ethernet; the printer behind it is the slow part

// The kiosk has hung up, though the event loop has not been told yet: it calls again, and the same box answers.
bool hasEnded(const QTcpSocket &client)
{
    char byte = 0;
    return ::recv(static_cast<int>(client.socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

} // namespace

TcpPort::TcpPort(WireDevice &device) : WirePort(device, bitsPerSecond)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TcpPort::accept);
}

TcpPort::~TcpPort()
{
    unplug();
}

Result<void> TcpPort::plug()
{
    if (isPlugged())
        return {};
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        return fail(ErrorKind::DeviceFault, QStringLiteral("tcp.plug"), m_server.errorString());
    m_port = m_server.serverPort();
    return {};
}

void TcpPort::unplug()
{
    hush();
    m_server.close();
    drop();
}

void TcpPort::drop()
{
    if (!m_client)
        return;
    m_client->disconnect(this);
    m_client->abort();
    m_client->deleteLater();
    m_client.clear();
}

void TcpPort::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_client && hasEnded(*m_client))
            drop();
        if (m_client) { // a box of one channel: the second kiosk is shown the door
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_client = socket;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket->readAll()); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            hush(); // nobody is there to hear the rest
            m_client.clear();
            socket->deleteLater();
            pump(); // the printer goes on
        });
        if (socket->bytesAvailable() > 0)
            take(socket->readAll());
    }
}

void TcpPort::send(const QByteArray &bytes)
{
    if (m_client)
        m_client->write(bytes);
}

} // namespace tongban::drivers::emulator
