// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/offline/http_scripted_server.h"

namespace tongban::tests {

Step empty(int status, const QByteArray &headers)
{
    return {.answer =
                "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + headers + "Content-Length: 0\r\n\r\n"};
}

Step json(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return {.answer = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n" + moreHeaders +
                      "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\n\r\n" + body};
}

Step problem(int status, const QByteArray &code, bool retryable)
{
    const QByteArray body = R"({"type":"about:blank","title":"t","status":)" + QByteArray::number(status) +
                            R"(,"code":")" + code + R"(","detail":"d","spoken":"s","retryable":)" +
                            (retryable ? "true" : "false") + "}";
    Step step = json(status, body);
    step.answer.replace("application/json", "application/problem+json");
    return step;
}

ScriptedServer::ScriptedServer(const QSslConfiguration &tls, const QHostAddress &address)
{
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection()))
            take(socket);
    });
    if (!m_server.listen(address))
        qFatal("the scripted server cannot listen");
}

QUrl ScriptedServer::base() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(m_server.serverPort()));
}

void ScriptedServer::take(QSslSocket *socket)
{
    ++m_connectionsSeen;
    m_connections.insert(socket, {});
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_connections.remove(socket);
        socket->deleteLater();
    });
    read(socket);
}

void ScriptedServer::read(QSslSocket *socket)
{
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    Connection &connection = *found;
    connection.buffer += socket->readAll();
    if (connection.bodyLength < 0 && !readHead(connection))
        return;
    connection.request.body += connection.buffer;
    connection.buffer.clear();
    const qint64 cut = connection.step.cutAfterBodyBytes;
    if (cut >= 0 && connection.request.body.size() >= cut) {
        connection.request.body.truncate(cut);
        note(connection.request);
        m_connections.remove(socket);
        socket->abort();
        socket->deleteLater();
        return;
    }
    if (connection.request.body.size() >= connection.bodyLength)
        conclude(socket, connection);
}

bool ScriptedServer::readHead(Connection &connection)
{
    const auto end = connection.buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = connection.buffer.first(end).split('\n');
    connection.buffer.remove(0, end + 4);
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    connection.request = {.verb = words.value(0), .target = words.value(1), .headers = {}, .body = {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        connection.request.headers.insert(line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed());
    }
    connection.bodyLength = connection.request.headers.value("content-length", "0").toLongLong();
    connection.step = stepFor(connection.request);
    return true;
}

Step ScriptedServer::stepFor(const SeenRequest &request)
{
    if (request.target == "/v1/sessions") {
        if (!m_signOnSteps.isEmpty())
            return m_signOnSteps.takeFirst();
        return json(201, R"({"token":"token-of-sign-on-number-)" + QByteArray::number(m_signOns + 1) +
                             R"(","expiresAt":"2030-01-01T00:00:00Z"})");
    }
    if (request.target.startsWith("/v1/time"))
        return m_time ? m_time(request) : problem(404, "not_found");
    if (request.verb == "OPTIONS")
        return m_capabilities;
    const Step step = m_steps.isEmpty() ? empty(599) : m_steps.takeFirst();
    return step.made ? step.made(request) : step;
}

void ScriptedServer::note(const SeenRequest &request)
{
    if (request.target == "/v1/sessions")
        ++m_signOns;
    else if (request.target.startsWith("/v1/time"))
        m_timeQuestions.append(request);
    else if (request.verb == "OPTIONS")
        ++m_capabilityQuestions;
    else
        m_seen.append(request);
    if (request.target == "/v1/sessions")
        m_signOnRequests.append(request);
}

void ScriptedServer::conclude(QSslSocket *socket, Connection &connection)
{
    note(connection.request);
    const Step step = connection.step;
    connection = {};
    if (step.silent)
        return;
    socket->write(step.answer);
    if (step.closeAfter)
        socket->disconnectFromHost();
}

} // namespace tongban::tests
