// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/relay_pair.h"

#include <QTimer>

#include <sys/socket.h>

#include <utility>

namespace tongban::drivers::emulator {

void resetConnection(QTcpSocket &socket)
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    if (socket.socketDescriptor() >= 0)
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

RelayPair::RelayPair(std::unique_ptr<QTcpSocket> near, const QString &host, quint16 port, Latency latency)
    : m_near(std::move(near)), m_latency(std::move(latency))
{
    // Bytes of the near side wait in its socket until the far side stands.
    connect(m_near.get(), &QTcpSocket::readyRead, this, [this] { carry(*m_near, m_far); });
    connect(&m_far, &QTcpSocket::connected, this, [this] { carry(*m_near, m_far); });
    connect(&m_far, &QTcpSocket::readyRead, this, [this] { carry(m_far, *m_near); });
    connect(m_near.get(), &QTcpSocket::disconnected, this, [this] { close(m_far); });
    connect(&m_far, &QTcpSocket::disconnected, this, [this] { close(*m_near); });
    connect(&m_far, &QTcpSocket::errorOccurred, this, [this] {
        if (m_far.state() == QAbstractSocket::UnconnectedState)
            close(*m_near);
    });
    m_far.connectToHost(host, port);
}

void RelayPair::carry(QTcpSocket &from, QTcpSocket &to)
{
    if (to.state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = from.readAll();
    const auto latency = m_latency();
    if (latency.count() == 0) {
        to.write(bytes);
        return;
    }
    // Timers of one length fire in the order they were started.
    QTimer::singleShot(latency, Qt::PreciseTimer, this, [&to, bytes] { to.write(bytes); });
}

void RelayPair::close(QTcpSocket &other)
{
    // After everything that is still under way, in the same order.
    QTimer::singleShot(m_latency(), Qt::PreciseTimer, this, [this, &other] {
        if (other.state() == QAbstractSocket::ConnectedState && other.bytesToWrite() > 0)
            return other.disconnectFromHost(); // its own disconnected() comes back here
        other.abort();
        Q_EMIT ended();
    });
}

void RelayPair::reset()
{
    m_near->disconnect(this);
    m_far.disconnect(this);
    resetConnection(*m_near);
    resetConnection(m_far);
}

} // namespace tongban::drivers::emulator
