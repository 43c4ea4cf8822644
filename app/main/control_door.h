// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/lane.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace tongban::app {

// The running kiosk's door for its tools (tongban-queue): a Unix socket, one JSON object a line in, one a line out, in
// order. Only the kiosk's own user and root are let in (peer credentials, asked of the kernel). Requests are carried
// out one after the other on a Lane of the door's own, so that a long one holds up neither the screen nor the store. UI
// thread.
class ControlDoor final : public QObject
{
    Q_OBJECT
public:
    // Called on the door's Lane; may block, and looks at the stop token when it does.
    using Executor = std::function<QJsonObject(const QJsonObject &request, std::stop_token stop)>;

    explicit ControlDoor(Executor execute, QObject *parent = nullptr);
    ~ControlDoor() override; // what runs is asked to stop and awaited; the socket is gone

    // path: absolute, at most 107 bytes (sun_path). A socket that a dead kiosk left is replaced: who holds the state
    // directory's lock is the only one here. Error: StoreUnwritable.
    [[nodiscard]] Result<void> listen(const QString &path);

Q_SIGNALS:
    void answered(); // something may have changed in the outbox

private:
    void accept();
    void readFrom(QLocalSocket &socket);
    void carryOut(const QByteArray &line, QLocalSocket &socket);

    Executor m_execute;
    QLocalServer m_server;
    std::unique_ptr<Lane> m_lane; // last: it ends first
};

} // namespace tongban::app
