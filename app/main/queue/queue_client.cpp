// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_client.h"

#include <QJsonDocument>
#include <QLocalSocket>

namespace tongban::app {

namespace {

constexpr int connectMs = 3000;
constexpr int longestWaitMs = 60 * 60 * 1000;

tl::unexpected<Error> noAnswer(const QString &why)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("queue.kiosk"), why);
}

} // namespace

std::optional<Result<QJsonObject>> askKiosk(const QString &socketPath, const QJsonObject &request)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(connectMs))
        return std::nullopt;
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(longestWaitMs))
            return noAnswer(QStringLiteral("the kiosk went away before it answered"));
        line += socket.readLine();
    }
    const QJsonDocument answer = QJsonDocument::fromJson(line);
    return answer.isObject() ? Result<QJsonObject>(answer.object()) : noAnswer(QStringLiteral("not an answer"));
}

} // namespace tongban::app
