// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/control_door.h"

#include "app/core/base/when_finished.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>

#include <sys/socket.h>
#include <unistd.h>

namespace tongban::app {

namespace {

constexpr qint64 longestLine = 64 * 1024;

bool isOurs(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    const int fd = static_cast<int>(socket.socketDescriptor());
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && (peer.uid == 0 || peer.uid == ::geteuid());
}

QJsonObject notUnderstood(const QString &why)
{
    return {{QStringLiteral("ok"), false},
            {QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("InputInvalid")},
                                                  {QStringLiteral("where"), QStringLiteral("control-door")},
                                                  {QStringLiteral("detail"), why}}}};
}

} // namespace

ControlDoor::ControlDoor(Executor execute, QObject *parent)
    : QObject(parent), m_execute(std::move(execute)), m_lane(std::make_unique<Lane>(QStringLiteral("control")))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlDoor::accept);
}

ControlDoor::~ControlDoor()
{
    m_server.close(); // takes the socket's name away
    m_lane.reset();
}

Result<void> ControlDoor::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("control-door"),
                    path + QStringLiteral(": ") + m_server.errorString());
    return {};
}

void ControlDoor::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOurs(*socket)) {
            socket->abort();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrom(*socket); });
        readFrom(*socket); // what came with the connection
    }
}

void ControlDoor::readFrom(QLocalSocket &socket)
{
    while (socket.canReadLine())
        carryOut(socket.readLine(), socket);
    if (socket.bytesAvailable() > longestLine)
        socket.abort(); // no tool of ours says so much
}

void ControlDoor::carryOut(const QByteArray &line, QLocalSocket &socket)
{
    const auto work = m_lane->run([execute = m_execute, line](std::stop_token stop) -> Result<QJsonObject> {
        QJsonParseError mistake;
        const QJsonDocument request = QJsonDocument::fromJson(line, &mistake);
        return request.isObject() ? execute(request.object(), stop) : notUnderstood(mistake.errorString());
    });
    whenFinished(work, this, [this, socket = QPointer<QLocalSocket>(&socket)](const Result<QJsonObject> &answer) {
        if (socket) // who asked may be gone; what was done is done
            socket->write(QJsonDocument(answer.value_or(notUnderstood(QStringLiteral("the kiosk is ending"))))
                              .toJson(QJsonDocument::Compact) +
                          '\n');
        Q_EMIT answered();
    });
}

} // namespace tongban::app
