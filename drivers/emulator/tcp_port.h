// SPDX-License-Identifier: GPL-3.0-or-later
// A device behind a network box (port 9100): one kiosk at a time, as the real boxes are. On 127.0.0.1.
#pragma once

#include "drivers/emulator/wire_port.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace tongban::drivers::emulator {

class TcpPort final : public WirePort
{
    Q_OBJECT

public:
    // The device outlives the port.
    explicit TcpPort(WireDevice &device);
    ~TcpPort() override;

    Result<void> plug() override; // listens; the first time on a free port, later on the same
    void unplug() override;       // drops the kiosk and refuses the next
    [[nodiscard]] bool isPlugged() const override { return m_server.isListening(); }

    [[nodiscard]] quint16 port() const { return m_port; } // 0 before the first plug()

private:
    void send(const QByteArray &bytes) override;
    void accept();
    void drop();

    QTcpServer m_server;
    QPointer<QTcpSocket> m_client;
    quint16 m_port = 0;
};

} // namespace tongban::drivers::emulator
