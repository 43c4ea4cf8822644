// SPDX-License-Identifier: GPL-3.0-or-later
// A device personality at the far end of some wire: what all wires have in common is here, what a kiosk opens is in the
// ports (pty_port.h, usb_port.h, tcp_port.h). On the thread of the event loop.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/wire_device.h"
#include "drivers/emulator/wire_pacer.h"

#include <QObject>
#include <QTimer>

namespace tongban::drivers::emulator {

class WirePort : public QObject
{
    Q_OBJECT

public:
    // The cable is put in. Does nothing when it is. Errors: DeviceFault.
    virtual Result<void> plug() = 0;
    // The cable is pulled: the kiosk's end notices at once, what was on the way is lost.
    virtual void unplug() = 0;
    [[nodiscard]] virtual bool isPlugged() const = 0;

    // Lets the device act on a state that was changed by hand.
    void pump();

Q_SIGNALS:
    void acted(); // bytes came or went

protected:
    // The device outlives the port. bitsPerSecond paces what the device says, ten bits a byte.
    WirePort(WireDevice &device, int bitsPerSecond);

    // Bytes that came from the kiosk.
    void take(const QByteArray &bytes);
    // The next piece of what the device says has left it. Not empty, plugged.
    virtual void send(const QByteArray &bytes) = 0;
    // The device begins to say this; it leaves in pieces through send(). For wires that know more than bytes.
    virtual void begin(const QByteArray &) {}
    // Forgets what the device has said and has not left it yet.
    void hush();

    [[nodiscard]] static Micros now();

private:
    void say(const QByteArray &answers);
    void arm();

    WireDevice &m_device;
    WirePacer m_pacer;
    QTimer m_timer;
};

} // namespace tongban::drivers::emulator
