// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpSocket>

#include <chrono>
#include <functional>
#include <memory>

namespace tongban::drivers::emulator {

// Ends a connection with RST instead of FIN: what a cut line looks like once packets flow again.
void resetConnection(QTcpSocket &socket);

class RelayPair final : public QObject
{
    Q_OBJECT

public:
    using Latency = std::function<std::chrono::milliseconds()>;
    RelayPair(std::unique_ptr<QTcpSocket> near, const QString &host, quint16 port, Latency latency);

    void reset();

Q_SIGNALS:
    void ended();

private:
    void carry(QTcpSocket &from, QTcpSocket &to);
    void close(QTcpSocket &other);

    std::unique_ptr<QTcpSocket> m_near;
    QTcpSocket m_far;
    Latency m_latency;
};

} // namespace tongban::drivers::emulator
