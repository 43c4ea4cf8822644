// SPDX-License-Identifier: GPL-3.0-or-later
// A pseudo-terminal with a device personality at its far end and a link that the kiosk opens like a serial device node.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/wire_device.h"
#include "drivers/emulator/wire_pacer.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace tongban::drivers::emulator {

class PtyPort final : public QObject
{
    Q_OBJECT

public:
    // The device outlives the port. baudRate paces what the device says.
    PtyPort(QString linkPath, WireDevice &device, int baudRate);
    ~PtyPort() override;

    // Makes the pair and the link. Errors: DeviceFault.
    Result<void> plug();
    // The cable is pulled: the kiosk's end hangs up, the link goes away.
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_master >= 0; }

    // Lets the device act on a state that was changed by hand.
    void pump();

Q_SIGNALS:
    void acted(); // bytes came or went

private:
    void readMaster();
    void write(const QByteArray &bytes);
    void arm();

    QString m_linkPath;
    WireDevice &m_device;
    WirePacer m_pacer;
    int m_master = -1;
    int m_slave = -1; // held open, so that the kiosk can close and open as often as it likes without a hang-up
    std::unique_ptr<QSocketNotifier> m_readable;
    QTimer m_timer;
};

} // namespace tongban::drivers::emulator
