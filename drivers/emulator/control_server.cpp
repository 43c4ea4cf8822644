// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/control_server.h"

#include <QJsonDocument>
#include <QLocalSocket>

#include <utility>

namespace tongban::drivers::emulator {

ControlServer::ControlServer(Executor execute) : m_execute(std::move(execute))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer()
{
    m_server.close(); // takes the socket's name away
}

Result<void> ControlServer::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return fail(ErrorKind::DeviceFault, QStringLiteral("control"),
                    path + QStringLiteral(": ") + m_server.errorString());
    return {};
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { answerLines(*socket); });
        answerLines(*socket); // what came with the connection
    }
}

void ControlServer::answerLines(QLocalSocket &socket)
{
    while (socket.canReadLine()) {
        const QByteArray answered = QJsonDocument(answer(socket.readLine())).toJson(QJsonDocument::Compact);
        socket.write(answered + '\n');
    }
}

QJsonObject ControlServer::answer(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument command = QJsonDocument::fromJson(line, &problem);
    if (!command.isObject())
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), problem.errorString()}};
    return m_execute(command.object());
}

} // namespace tongban::drivers::emulator
