// SPDX-License-Identifier: GPL-3.0-or-later
// A USB device with one input node in the test bed: /dev/hidrawN or /dev/input/eventN. The kernel's other side: what it
// sends is read from the node, what it is asked by ioctl is answered here. A node of umockdev is a pseudo-terminal:
// messages are handed over one a millisecond (the interval of a full-speed interrupt endpoint), so that they are read
// one by one.
//
// umockdev cannot keep a second reader out of a grabbed node: isGrabbed() says what was asked.
#pragma once

#include "drivers/emulator/testbed.h"
#include "drivers/emulator/usb_bus.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace tongban::drivers::emulator {

class InputNode : public TestbedNode // on the test bed's thread
{
public:
    [[nodiscard]] bool isGrabbed() const { return m_isGrabbed; }
    [[nodiscard]] int grabs() const { return m_grabs; }
    void vanish() { m_isGone = true; }
    [[nodiscard]] bool ioctl(_UMockdevIoctlClient *client) final;

protected:
    // What an ioctl that only reads gives; nothing: the node knows no such request.
    [[nodiscard]] virtual std::optional<QByteArray> answer(unsigned long request) const = 0;

private:
    std::atomic<bool> m_isGrabbed = false;
    std::atomic<int> m_grabs = 0;
    std::atomic<bool> m_isGone = false;
};

class InputDevice final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { HidPos, Keyboard };
    // bus and testbed outlive the device; socket: where on the hub.
    InputDevice(Testbed &testbed, UsbBus &bus, Kind kind, int socket);
    ~InputDevice() override;

    Result<void> plug(); // with new numbers: hidraw3, event4 …
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_node != nullptr; }
    [[nodiscard]] QByteArray node() const { return m_name; } // "/dev/hidraw0"; empty when unplugged
    [[nodiscard]] bool isGrabbed() const { return m_node && m_node->isGrabbed(); }
    [[nodiscard]] int pending() const { return static_cast<int>(m_queue.size()); } // messages not yet sent
    [[nodiscard]] int grabs() const { return m_node ? m_node->grabs() : 0; }

    void send(const QByteArrayList &messages);

private:
    Result<void> addNode();
    void sendNext();

    Testbed &m_testbed;
    UsbBus &m_bus;
    Kind m_kind;
    int m_socket;
    int m_number = 0; // of the next node
    UsbBus::Place m_place;
    QByteArray m_name;
    QByteArray m_interface; // of the USB device, below /sys
    QByteArray m_path;      // of the node's device below /sys
    std::shared_ptr<InputNode> m_node;
    QByteArrayList m_queue;
    QTimer m_timer;
};

} // namespace tongban::drivers::emulator
