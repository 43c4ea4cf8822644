// SPDX-License-Identifier: GPL-3.0-or-later
// A serial line (or a pseudo-terminal) in raw mode, 8 data bits, no parity, 1 stop bit, no flow control.
//
// termios and poll rather than QSerialPort: a blocking lane wants one wait that the deadline, the stop and the hang-up
// all end; QSerialPort floods ReadError after a hang-up and never says ResourceError (measured, Qt 6.4.2).
#pragma once

#include "drivers/transport/file_descriptor.h"
#include "drivers/transport/transport.h"

#include <QString>

namespace tongban::drivers::transport {

struct SerialOptions
{
    QString path;          // device node or a link to one, e.g. /dev/serial/by-id/…
    int baudRate = 115200; // one of 9600 19200 38400 57600 115200 230400
};

class SerialTransport final : public Transport
{
public:
    explicit SerialTransport(SerialOptions options);

    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;
    void close() override { m_fd.reset(); }
    [[nodiscard]] bool isOpen() const override { return m_fd.isValid(); }

    [[nodiscard]] static bool knowsBaudRate(int baudRate);

private:
    Result<void> configure(int fd) const;
    // Closes, so that the next operation opens the line again, and says DeviceAbsent.
    tl::unexpected<Error> gone(const QString &operation, const QString &detail);

    SerialOptions m_options;
    FileDescriptor m_fd;
};

} // namespace tongban::drivers::transport
