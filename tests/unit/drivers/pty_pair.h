// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a serial line: the master of a pseudo-terminal. The driver opens path() as it would open /dev/ttyUSB0.
#pragma once

#include "drivers/transport/file_descriptor.h"

#include <QByteArray>
#include <QString>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>

#include <algorithm>

namespace tongban::tests {

class PtyPair
{
public:
    PtyPair()
    {
        int master = -1;
        int slave = -1;
        char name[128] = {};
        if (::openpty(&master, &slave, name, nullptr, nullptr) != 0)
            qFatal("no pseudo-terminal");
        m_master.reset(master);
        m_slave.reset(slave); // held, so that the line exists before and between the driver's openings
        for (const int fd : {master, slave}) // a child of the driver that babbles must not talk into the line
            ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        m_path = QString::fromLocal8Bit(name);
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] int fd() const { return m_master.get(); }

    void send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto n = ::write(m_master.get(), bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent));
            if (n <= 0)
                return;
            sent += n;
        }
    }

    // Exactly `count` bytes, or fewer when none came for two seconds.
    [[nodiscard]] QByteArray receive(qsizetype count)
    {
        QByteArray got;
        while (got.size() < count) {
            pollfd ready{m_master.get(), POLLIN, 0};
            if (::poll(&ready, 1, 2000) <= 0)
                break;
            QByteArray bytes(count - got.size(), Qt::Uninitialized);
            const auto n = ::read(m_master.get(), bytes.data(), static_cast<size_t>(bytes.size()));
            if (n <= 0)
                break;
            got += bytes.first(n);
        }
        return got;
    }

    // What is there now; blocks while nothing is.
    [[nodiscard]] QByteArray receiveSome()
    {
        QByteArray bytes(4096, Qt::Uninitialized);
        const auto n = ::read(m_master.get(), bytes.data(), static_cast<size_t>(bytes.size()));
        return bytes.first(std::max<qsizetype>(n, 0));
    }

    // Pulls the cable.
    void hangUp()
    {
        m_master.reset();
        m_slave.reset();
    }

private:
    drivers::transport::FileDescriptor m_master;
    drivers::transport::FileDescriptor m_slave;
    QString m_path;
};

} // namespace tongban::tests
