// SPDX-License-Identifier: GPL-3.0-or-later
// The three code scanners of the desk and the commands code.*: "serial" on D/codes.tty (115200 8N1), "hidpos" and
// "wedge" in the test bed, when there is one.
#pragma once

#include "drivers/emulator/input_device.h"
#include "drivers/emulator/pty_port.h"
#include "drivers/emulator/shown_code.h"

#include <QJsonObject>
#include <QTimer>

#include <array>
#include <deque>
#include <memory>

namespace tongban::drivers::emulator {

// The serial scanner: says a code when it is shown, and takes no questions.
class CodeLine final : public WireDevice
{
public:
    void say(const QByteArray &bytes) { m_said += bytes; }
    void setDribbling(bool isDribbling) { m_isDribbling = isDribbling; }

    [[nodiscard]] QByteArray receive(const QByteArray &, Micros) override { return {}; }
    [[nodiscard]] QByteArray advance(Micros) override { return std::exchange(m_said, {}); }
    [[nodiscard]] std::optional<Micros> nextAt() const override { return std::nullopt; }
    [[nodiscard]] bool isDribbling() const override { return m_isDribbling; }

private:
    QByteArray m_said;
    bool m_isDribbling = false;
};

class CodesOnDesk final : public QObject
{
    Q_OBJECT

public:
    // testbed and bus: both or none; they outlive this.
    CodesOnDesk(const QString &directory, Testbed *testbed, UsbBus *bus);

    Result<void> start();
    // code.show: device, data, aim ("" without), encoding (utf-8, gb18030), holdMs: so long it stays in view and is
    // read again every second, as scanners on a stand do. InputInvalid.
    Result<void> show(const QJsonObject &arguments);
    Result<void> setFault(const QJsonObject &arguments); // device, kind: none, silent, garbage, oneByte, unplugged
    [[nodiscard]] QJsonObject
    status() const; // by device: plugged, fault, shown; of nodes: node, grabbed, grabs, pending

private:
    enum Device { Serial, HidPos, Wedge };
    struct Scanner
    {
        ScannerFault fault = ScannerFault::None;
        int shown = 0;
    };

    [[nodiscard]] Result<Device> deviceNamed(const QJsonObject &arguments) const;
    void read(Device device, const ShownCode &code);
    Result<void> setPlugged(Device device, bool isPlugged);
    [[nodiscard]] bool isPlugged(Device device) const;
    [[nodiscard]] InputDevice *input(Device device) const { return device == HidPos ? m_hidPos.get() : m_wedge.get(); }

    CodeLine m_line;
    PtyPort m_port;
    std::unique_ptr<InputDevice> m_hidPos;
    std::unique_ptr<InputDevice> m_wedge;
    std::array<Scanner, 3> m_scanners;
    QTimer m_hold;
};

} // namespace tongban::drivers::emulator
