// SPDX-License-Identifier: GPL-3.0-or-later
// A pseudo-terminal with a device personality at its far end and a link that the kiosk opens like a serial device node.
#pragma once

#include "drivers/emulator/wire_port.h"

#include <QSocketNotifier>

#include <memory>

namespace tongban::drivers::emulator {

class PtyPort final : public WirePort
{
    Q_OBJECT

public:
    // The device outlives the port. baudRate paces what the device says.
    PtyPort(QString linkPath, WireDevice &device, int baudRate);
    ~PtyPort() override;

    Result<void> plug() override; // makes the pair and the link
    void unplug() override;       // the kiosk's end hangs up, the link goes away
    [[nodiscard]] bool isPlugged() const override { return m_master >= 0; }

private:
    void send(const QByteArray &bytes) override;
    void readMaster();
    void writeMaster();

    QString m_linkPath;
    int m_master = -1;
    int m_slave = -1; // held open, so that the kiosk can close and open as often as it likes without a hang-up
    QByteArray m_unsent; // what the kernel did not take yet
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace tongban::drivers::emulator
