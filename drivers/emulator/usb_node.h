// SPDX-License-Identifier: GPL-3.0-or-later
// The far side of one USB device node: usbfs's requests (linux/usbdevice_fs.h) as transfers on endpoints. Lives from one
// plugging in to the next unplugging. Calls come on the test bed's thread and on the port's: all members are guarded.
#pragma once

#include "drivers/emulator/testbed.h"
#include "drivers/emulator/usb_function.h"

#include <QMap>
#include <QSet>

#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

struct _UMockdevIoctlData;

namespace tongban::drivers::emulator {

class UsbNode final : public TestbedNode, public std::enable_shared_from_this<UsbNode>
{
public:
    // What the device does with what comes; called on the test bed's thread, with nothing locked.
    struct Receiver
    {
        std::function<void(quint8 endpoint, const QByteArray &)> onBulk;
        // To be answered by answerControl(), on any thread, at any time. data: of a request to the device.
        std::function<void(quint64 id, const UsbSetup &, const QByteArray &data)> onControl;
    };
    explicit UsbNode(Receiver receiver);
    ~UsbNode() override;

    // One transfer to the host; waits until the host asks.
    void send(quint8 endpoint, const QByteArray &bytes);
    void answerControl(quint64 id, const std::optional<QByteArray> &answer); // nothing: stall
    // The endpoint answers STALL until the host clears it.
    void halt(quint8 endpoint);
    // As halt(), and no clearing helps.
    void setStuck(quint8 endpoint)
    {
        halt(endpoint);
        const std::lock_guard lock(m_mutex);
        m_stuck.insert(endpoint);
    }
    // A hung device: what the host sends stays on its side (NAK), until it takes bytes again or goes.
    void setTakes(bool takes)
    {
        const std::lock_guard lock(m_mutex);
        m_takes = takes;
    }
    // Unplugged: what is under way ends with ESHUTDOWN, everything later with ENODEV (DEVICES §6).
    void vanish();

    [[nodiscard]] bool ioctl(_UMockdevIoctlClient *client) override;

private:
    struct Unref
    {
        void operator()(void *object) const;
    };
    struct Urb
    {
        quint64 id = 0;
        std::unique_ptr<_UMockdevIoctlData, Unref> data;   // struct usbdevfs_urb
        std::unique_ptr<_UMockdevIoctlData, Unref> buffer; // null for an empty one
    };
    void submit(_UMockdevIoctlClient *client);
    void discard(_UMockdevIoctlClient *client);
    void reap(_UMockdevIoctlClient *client);
    void clearHalt(_UMockdevIoctlClient *client);
    void tellCapabilities(_UMockdevIoctlClient *client);

    // All of these with the mutex held.
    void begin(Urb urb); // a transfer the host asked for
    // Moves a pending transfer to those that can be reaped, and wakes who waits for one.
    void finish(std::list<Urb>::iterator urb, int status, const QByteArray &toHost = {});
    void match(quint8 endpoint); // what the device has said to what the host has asked
    void hand(_UMockdevIoctlClient *client);
    void waitToReap(_UMockdevIoctlClient *client);
    void giveUpReaping(quint64 reaperId);

    Receiver m_receiver;
    std::mutex m_mutex;
    bool m_isGone = false;
    bool m_takes = true;
    quint64 m_lastId = 0;
    std::list<Urb> m_pending;
    std::deque<Urb> m_done;
    QMap<quint8, std::deque<QByteArray>> m_said; // by endpoint, a transfer each
    QSet<quint8> m_halted;
    QSet<quint8> m_stuck;
    std::unique_ptr<_UMockdevIoctlClient, Unref> m_reaper; // waits a moment for a transfer to be done
    quint64 m_lastReaper = 0;
};

} // namespace tongban::drivers::emulator
