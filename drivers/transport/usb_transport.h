// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk pipes of a USB device as a byte stream (libusb 1.0, asynchronous transfers).
//
// One transfer listens on each pipe from open() to close(), so that a deadline cancels nothing, a late answer is
// received and can be discarded, and an unplugging is noticed. Stop and deadline end a wait at once. A pipe that stalls
// is cleared once in an operation; stalled again it is a DeviceFault, and the device is opened anew the next time.
#pragma once

#include "drivers/transport/split_pipes.h"
#include "drivers/transport/transport.h"
#include "drivers/transport/usb_device.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tongban::drivers::transport {

struct UsbTransfer;

struct UsbOptions
{
    UsbAddress address;
    // How messages are shared out when the device has two pairs of bulk pipes; one write() is then one message. Without
    // a rule, or with one pair, everything goes over the first.
    std::optional<SplitRule> split = std::nullopt;
};

class UsbTransport final : public Transport
{
public:
    explicit UsbTransport(UsbOptions options);
    ~UsbTransport() override;

    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;
    // A printer's IEEE 1284 device id, else empty.
    Result<QByteArray> selfDescription(Deadline deadline, std::stop_token stop) override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_device != nullptr; }

private:
    Result<void> listen(UsbTransfer &pipe);
    void received(UsbTransfer &pipe);
    // Handles what happens on the bus until `done`, the deadline or the stop.
    Result<void> handleUntil(const std::function<bool()> &done, Deadline deadline, const std::stop_token &stop,
                             const QString &where);
    void handleOnce(std::chrono::milliseconds longest);
    // Sends one piece on one pipe; `sent` grows by what has left.
    Result<void> writePiece(quint8 endpoint, const QByteArray &bytes, qsizetype &sent, Deadline deadline,
                            const std::stop_token &stop);
    // Runs one transfer to its end, or cancels it; what has moved is in it.
    Result<void> run(UsbTransfer &transfer, Deadline deadline, const std::stop_token &stop, const QString &where);
    Result<void> clearHalt(UsbTransfer &pipe);
    [[nodiscard]] UsbTransfer *stalledPipe() const;
    // Closes, so that the next operation opens the device again, and says DeviceAbsent.
    tl::unexpected<Error> gone(const QString &where, const QString &detail);
    tl::unexpected<Error> fault(const QString &where, const QString &detail);
    [[nodiscard]] bool hasInput() const;

    UsbOptions m_options;
    std::shared_ptr<UsbDevice> m_device;
    std::vector<std::unique_ptr<UsbTransfer>> m_listening; // one a pipe inwards
    SplitPipes m_pipes;
    bool m_isSplit = false;
    bool m_isGone = false;
    bool m_isBroken = false; // an inward pipe ended for another reason
};

} // namespace tongban::drivers::transport
