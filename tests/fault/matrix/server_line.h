// SPDX-License-Identifier: GPL-3.0-or-later
// The line between the terminal and a service of this machine (upsd, cupsd, pcscd), which can be spoiled. A thread of
// its own carries the bytes.
#pragma once

#include "drivers/transport/file_descriptor.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <thread>
#include <vector>

namespace tongban::tests {

class ServerLine
{
public:
    enum Manner {
        Whole,
        OneByte,  // what the service says comes one byte at a time
        Garbage,  // every question gets bytes that are no language
        Stranger, // a web server answers, and hangs up
    };

    // Where the service listens.
    explicit ServerLine(int port) : m_servicePort(port) {}
    explicit ServerLine(const QString &socketPath) : m_servicePath(socketPath.toUtf8()) {}
    ~ServerLine(); // ends the thread
    ServerLine(const ServerLine &) = delete;
    ServerLine &operator=(const ServerLine &) = delete;

    // Why not; empty when somebody may connect.
    [[nodiscard]] QString listen(); // on a port of loopback
    [[nodiscard]] QString listenAt(const QString &socketPath);
    [[nodiscard]] int port() const { return m_port; }

    void set(Manner manner) { m_manner = manner; }

private:
    struct Connection
    {
        drivers::transport::FileDescriptor terminal;
        drivers::transport::FileDescriptor service;
    };
    [[nodiscard]] QString begin();
    void serve(const std::stop_token &stop);
    void accept();
    [[nodiscard]] bool carryQuestion(const Connection &connection) const; // false: it has ended
    [[nodiscard]] bool carryAnswer(const Connection &connection) const;
    [[nodiscard]] drivers::transport::FileDescriptor toService() const;

    const int m_servicePort = 0;
    const QByteArray m_servicePath;
    int m_port = 0;
    std::atomic<Manner> m_manner = Whole;
    drivers::transport::FileDescriptor m_listener;
    std::vector<Connection> m_connections; // of the thread
    std::jthread m_thread;
};

} // namespace tongban::tests
