// SPDX-License-Identifier: GPL-3.0-or-later
// The line to the city: a TCP relay on loopback that can be cut, restored and slowed down.
#pragma once

#include "app/core/base/result.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <memory>
#include <vector>

namespace tongban::drivers::emulator {

class RelayPair; // one connection of the kiosk and its other half

class LineRelay final : public QObject
{
    Q_OBJECT

public:
    struct Route
    {
        quint16 port = 0; // listened on at 127.0.0.1; 0 = any free one
        QString host;
        quint16 hostPort = 0;
        // "PORT:HOST:PORT". Error: InputInvalid.
        [[nodiscard]] static Result<Route> parse(const QString &text);
    };

    explicit LineRelay(Route route);
    ~LineRelay() override;

    Result<void> listen(); // DeviceFault when the port is taken
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    // Every connection is reset (RST), new ones are reset as soon as they come, until restore().
    void cut();
    void restore() { m_isCut = false; }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    // Added to every byte in each direction, so twice to a question and its answer.
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }
    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }
    [[nodiscard]] int connections() const { return static_cast<int>(m_pairs.size()); }

private:
    void accept();
    void forget(RelayPair *pair);

    Route m_route;
    QTcpServer m_server;
    bool m_isCut = false;
    std::chrono::milliseconds m_latency{0};
    std::vector<std::unique_ptr<RelayPair>> m_pairs;
};

} // namespace tongban::drivers::emulator
