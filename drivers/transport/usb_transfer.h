// SPDX-License-Identifier: GPL-3.0-or-later
// One asynchronous transfer of libusb with its buffer. It must not go away while it is under way on an open device.
#pragma once

#include "drivers/transport/usb_device.h"

#include <libusb.h>

#include <QByteArray>

#include <functional>
#include <memory>
#include <utility>

namespace tongban::drivers::transport {

struct UsbTransfer
{
    enum class State { Idle, UnderWay, Done, Stalled, Gone, Broken, Cancelled };

    UsbTransfer(std::shared_ptr<UsbDevice> on, qsizetype size)
        : device(std::move(on)), transfer(libusb_alloc_transfer(0)), buffer(size, '\0')
    {}
    ~UsbTransfer() { libusb_free_transfer(transfer); }
    UsbTransfer(const UsbTransfer &) = delete;
    UsbTransfer &operator=(const UsbTransfer &) = delete;

    [[nodiscard]] unsigned char *bytes() { return reinterpret_cast<unsigned char *>(buffer.data()); }

    int submit()
    {
        const int code = libusb_submit_transfer(transfer);
        state = code == LIBUSB_SUCCESS ? State::UnderWay : State::Broken;
        if (code == LIBUSB_ERROR_NO_DEVICE)
            state = State::Gone;
        return code;
    }

    static void LIBUSB_CALL onEnd(libusb_transfer *ended)
    {
        auto *self = static_cast<UsbTransfer *>(ended->user_data);
        self->state = stateOf(ended->status);
        if (self->onDone)
            self->onDone();
    }

    static State stateOf(libusb_transfer_status status)
    {
        switch (status) {
        case LIBUSB_TRANSFER_COMPLETED:
            return State::Done;
        case LIBUSB_TRANSFER_STALL:
            return State::Stalled;
        case LIBUSB_TRANSFER_NO_DEVICE:
            return State::Gone;
        case LIBUSB_TRANSFER_CANCELLED:
        case LIBUSB_TRANSFER_TIMED_OUT:
            return State::Cancelled;
        case LIBUSB_TRANSFER_ERROR:
        case LIBUSB_TRANSFER_OVERFLOW:
            return State::Broken;
        }
        return State::Broken;
    }

    std::shared_ptr<UsbDevice> device; // whose context must outlive the transfer, open or not
    libusb_transfer *transfer;
    QByteArray buffer;
    State state = State::Idle;
    std::function<void()> onDone = nullptr;
};

} // namespace tongban::drivers::transport
