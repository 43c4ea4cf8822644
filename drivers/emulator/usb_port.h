// SPDX-License-Identifier: GPL-3.0-or-later
// A device personality behind emulated bulk endpoints.
//
// Four endpoints: header and body of a SAM frame go apart (DEVICES §1): 7 bytes out on 02, the rest on 06; in on 81 and
// 85. A host that mixes them up is answered with STALL, as a reader that counts the bytes of its header pipe does.
#pragma once

#include "drivers/emulator/usb_bus.h"
#include "drivers/emulator/usb_node.h"
#include "drivers/emulator/wire_port.h"

#include <functional>

namespace tongban::drivers::emulator {

// The printer class's own requests (USB printer class 1.1, 4.2).
struct UsbPrinterRequests
{
    std::function<quint8()> portStatus; // bit 5 paper empty, bit 4 select, bit 3 no error
    std::function<void()> softReset;
};

class UsbPort final : public WirePort
{
    Q_OBJECT

public:
    // bus and device outlive the port; socket: where on the hub.
    UsbPort(UsbBus &bus, int socket, UsbFunction function, WireDevice &device, UsbPrinterRequests requests = {});
    ~UsbPort() override;

    Result<void> plug() override; // with a new device number
    void unplug() override;
    [[nodiscard]] bool isPlugged() const override { return m_node != nullptr; }

private:
    struct Run // of bytes that leave on one endpoint
    {
        quint8 endpoint;
        qsizetype count;
    };

    void begin(const QByteArray &answer) override;
    void send(const QByteArray &bytes) override;
    void onBulk(quint8 endpoint, const QByteArray &bytes);
    void onControl(quint64 id, const UsbSetup &setup);
    [[nodiscard]] std::optional<QByteArray> classAnswer(const UsbSetup &setup) const;
    [[nodiscard]] std::vector<quint8> endpoints(bool toHost) const;

    UsbBus &m_bus;
    int m_socket;
    UsbFunction m_function;
    UsbPrinterRequests m_requests;
    std::shared_ptr<UsbNode> m_node;
    int m_plugging = 0; // counts how often
    UsbBus::Place m_place;
    std::deque<Run> m_leaving;
};

} // namespace tongban::drivers::emulator
