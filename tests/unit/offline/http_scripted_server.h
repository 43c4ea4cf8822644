// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS server in the test's own thread that does exactly what the script says, and counts: for what the reference
// platform, being well-behaved, would not do.
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <functional>

namespace tongban::tests {

struct SeenRequest
{
    QByteArray verb;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;                       // as far as it came
};

struct Step
{
    QByteArray answer;             // raw bytes
    qint64 cutAfterBodyBytes = -1; // when >= 0: the connection is cut once so many bytes of the body were seen
    bool silent = false;           // nothing is answered
    bool closeAfter = false;       // the connection ends behind the answer
    std::function<Step(const SeenRequest &head)> made = {}; // instead of all this: made from the request's head
};

// A step that looks at the request: an answer that repeats its nonce, say.
[[nodiscard]] inline Step madeFrom(std::function<Step(const SeenRequest &head)> made)
{
    return {.answer = {}, .made = std::move(made)};
}

[[nodiscard]] Step json(int status, const QByteArray &body, const QByteArray &moreHeaders = {});
[[nodiscard]] Step problem(int status, const QByteArray &code, bool retryable = false);
[[nodiscard]] Step empty(int status, const QByteArray &headers = {}); // headers: "Name: value\r\n…"

class ScriptedServer : public QObject
{
public:
    explicit ScriptedServer(const QSslConfiguration &tls,
                            const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));

    // Steps are taken in order, one a request; sign-on is answered by itself unless the script does it.
    void script(const QList<Step> &steps) { m_steps = steps; }
    // How GET /time is answered; without it there is no such address.
    void scriptTime(std::function<Step(const SeenRequest &)> time) { m_time = std::move(time); }
    // How OPTIONS is answered; at first an upload here knows no checksum.
    void scriptCapabilities(const Step &capabilities) { m_capabilities = capabilities; }
    [[nodiscard]] int capabilityQuestions() const { return m_capabilityQuestions; }
    void scriptSignOn(const QList<Step> &steps) { m_signOnSteps = steps; }

    [[nodiscard]] QUrl base() const;                                        // https://127.0.0.1:PORT/v1
    [[nodiscard]] const QList<SeenRequest> &seen() const { return m_seen; } // without sign-ons
    [[nodiscard]] int signOns() const { return m_signOns; }
    [[nodiscard]] const QList<SeenRequest> &signOnRequests() const { return m_signOnRequests; }
    [[nodiscard]] const QList<SeenRequest> &timeQuestions() const { return m_timeQuestions; }
    [[nodiscard]] int connections() const { return m_connectionsSeen; } // TLS handshakes that came to their end

private:
    struct Connection
    {
        QByteArray buffer;
        SeenRequest request;
        Step step;
        qint64 bodyLength = -1; // -1: head not complete
    };
    void take(QSslSocket *socket);
    void read(QSslSocket *socket);
    bool readHead(Connection &connection);
    void conclude(QSslSocket *socket, Connection &connection);
    [[nodiscard]] Step stepFor(const SeenRequest &request);
    void note(const SeenRequest &request);

    QHash<QSslSocket *, Connection> m_connections;
    QList<Step> m_steps;
    QList<Step> m_signOnSteps;
    QList<SeenRequest> m_seen;
    QList<SeenRequest> m_signOnRequests;
    QList<SeenRequest> m_timeQuestions;
    std::function<Step(const SeenRequest &)> m_time;
    Step m_capabilities = empty(204, "Tus-Extension: creation\r\n");
    int m_capabilityQuestions = 0;
    int m_connectionsSeen = 0;
    int m_signOns = 0;
    QSslServer m_server; // last: its sockets say farewell to the members above
};

} // namespace tongban::tests
