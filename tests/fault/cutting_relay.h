// SPDX-License-Identifier: GPL-3.0-or-later
// A line that is cut whenever so many bytes have gone up it, all its connections at once: TCP passed through, in the
// thread of the test.
#pragma once

#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace tongban::tests {

class CuttingRelay : public QTcpServer
{
public:
    CuttingRelay(quint16 target, qint64 cutEvery) : m_target(target), m_cutEvery(cutEvery)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *near = nextPendingConnection())
                join(near);
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the relay cannot listen");
    }

    [[nodiscard]] int cuts() const { return m_cuts; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void join(QTcpSocket *near)
    {
        ++m_connections;
        auto *far = new QTcpSocket(near);
        m_joined.append(near);
        near->setReadBufferSize(16 * 1024);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        connect(near, &QTcpSocket::readyRead, near, [this, near, far] { up(near, far); });
        connect(far, &QTcpSocket::connected, near, [this, near, far] { up(near, far); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
        connect(near, &QTcpSocket::disconnected, this, [this, near] {
            m_joined.removeOne(near);
            near->deleteLater();
        });
    }

    void up(QTcpSocket *near, QTcpSocket *far)
    {
        if (far->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = near->read(std::min(near->bytesAvailable(), m_cutEvery - m_sinceCut));
        far->write(bytes);
        m_sinceCut += bytes.size();
        if (m_sinceCut < m_cutEvery)
            return;
        far->flush(); // what went up has arrived; what waits behind it is lost
        m_sinceCut = 0;
        ++m_cuts;
        const auto all = std::exchange(m_joined, {});
        for (QTcpSocket *socket : all)
            socket->abort();
    }

    quint16 m_target;
    qint64 m_cutEvery; // bytes
    qint64 m_sinceCut = 0;
    int m_cuts = 0;
    int m_connections = 0;
    QList<QTcpSocket *> m_joined;
};

} // namespace tongban::tests
