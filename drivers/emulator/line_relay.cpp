// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/line_relay.h"

#include "drivers/emulator/relay_pair.h"

#include <algorithm>

namespace tongban::drivers::emulator {

Result<LineRelay::Route> LineRelay::Route::parse(const QString &text)
{
    const QStringList parts = text.split(u':');
    bool isPort = false;
    bool isHostPort = false;
    Route route;
    if (parts.size() == 3)
        route = {parts.at(0).toUShort(&isPort), parts.at(1), parts.at(2).toUShort(&isHostPort)};
    if (!isPort || !isHostPort || route.host.isEmpty() || route.hostPort == 0)
        return fail(ErrorKind::InputInvalid, QStringLiteral("line"), QStringLiteral("PORT:HOST:PORT is wanted"));
    return route;
}

LineRelay::LineRelay(Route route) : m_route(std::move(route))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LineRelay::accept);
}

LineRelay::~LineRelay() = default;

Result<void> LineRelay::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_route.port))
        return fail(ErrorKind::DeviceFault, QStringLiteral("line"), m_server.errorString());
    return {};
}

void LineRelay::cut()
{
    m_isCut = true;
    for (const auto &pair : m_pairs)
        pair->reset();
    m_pairs.clear();
}

void LineRelay::accept()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QTcpSocket> near(m_server.nextPendingConnection());
        near->setParent(nullptr);
        if (m_isCut) { // the port stays ours: given up, another program might take it before restore()
            resetConnection(*near);
            continue;
        }
        m_pairs.push_back(
            std::make_unique<RelayPair>(std::move(near), m_route.host, m_route.hostPort, [this] { return m_latency; }));
        RelayPair *pair = m_pairs.back().get();
        connect(
            pair, &RelayPair::ended, this, [this, pair] { forget(pair); }, Qt::QueuedConnection);
    }
}

void LineRelay::forget(RelayPair *pair)
{
    std::erase_if(m_pairs, [pair](const auto &held) { return held.get() == pair; });
}

} // namespace tongban::drivers::emulator
