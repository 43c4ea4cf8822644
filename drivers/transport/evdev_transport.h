// SPDX-License-Identifier: GPL-3.0-or-later
// A keyboard-like device through Linux's event interface (linux/input.h). While it is open it is grabbed: its keys
// reach nobody else, so that a code which somebody shows types nothing into the screen. It stays open between
// operations for that reason.
#pragma once

#include "drivers/transport/node_transport.h"

namespace tongban::drivers::transport {

class EvdevTransport final : public NodeTransport
{
public:
    explicit EvdevTransport(NodeAddress address);
    ~EvdevTransport() override { close(); }

    // Whole struct input_event (24 bytes each), as many as are there and fit. maxBytes: at least 24.
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;

    // DeviceFault: nothing is sent to a keyboard here.
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;

protected:
    // ProtocolViolation: no event node, or one that has no digits and no Enter. DeviceFault: grabbed by another
    // program.
    Result<void> accept(int fd) override;
    void release(int fd) override;

private:
    QByteArray m_part; // the beginning of an event
};

} // namespace tongban::drivers::transport
