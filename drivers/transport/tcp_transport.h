// SPDX-License-Identifier: GPL-3.0-or-later
// A device behind a network box: a TCP stream (printers on port 9100, upsd on 3493).
//
// open() waits only a moment for the connection; the first write or read waits for the rest of it within its deadline.
// A box that was switched off answers nothing at all: keep-alive finds it out between operations, and what was sent and
// not acknowledged within the same time ends the connection, so that the next open() begins afresh.
#pragma once

#include "drivers/transport/file_descriptor.h"
#include "drivers/transport/transport.h"

#include <QString>

#include <chrono>

namespace tongban::drivers::transport {

struct TcpOptions
{
    QString host; // an IP address or "localhost": a name's look-up can hang where nobody can stop it
    quint16 port = 9100;
    std::chrono::milliseconds deadAfter{6000}; // 1 s …; unacknowledged for so long, the connection is over
};

class TcpTransport final : public Transport
{
public:
    explicit TcpTransport(TcpOptions options);

    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_fd.isValid(); }

    [[nodiscard]] static bool knowsHost(const QString &host);

private:
    Result<void> beginConnecting();
    // The connection stands, or DeviceAbsent and closed, or Cancelled. awaitConnection: or DeviceSilent, still on its way.
    Result<void> finishConnecting(Deadline deadline, const std::stop_token &stop, const QString &where);
    Result<void> awaitConnection(Deadline deadline, const std::stop_token &stop, const QString &where);
    // Closes, so that the next operation connects again, and says DeviceAbsent.
    tl::unexpected<Error> gone(const QString &where, const QString &detail);

    TcpOptions m_options;
    FileDescriptor m_fd;
    bool m_isConnecting = false;
};

} // namespace tongban::drivers::transport
