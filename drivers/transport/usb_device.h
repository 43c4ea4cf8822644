// SPDX-License-Identifier: GPL-3.0-or-later
// One claimed interface of a USB device (libusb 1.0), and the endpoints of its bulk pipes.
#pragma once

#include "app/core/base/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

struct libusb_context;
struct libusb_device_handle;

namespace tongban::drivers::transport {

struct UsbAddress
{
    quint16 vendor = 0;
    quint16 product = 0;
    std::optional<int> interface = std::nullopt; // bInterfaceNumber; else the first with bulk pipes both ways
};

// What libusb says, sorted by who can act: not there is DeviceAbsent, not allowed and everything else DeviceFault.
[[nodiscard]] Error usbError(int code, const QString &where, const QString &device);

class UsbDevice
{
public:
    // Looks for the device afresh, opens it, takes the interface from the kernel's driver (usblp) and gives it back in
    // the destructor. The first of several alike. Errors: DeviceAbsent, DeviceFault.
    static Result<std::unique_ptr<UsbDevice>> open(const UsbAddress &address);
    ~UsbDevice();
    UsbDevice(const UsbDevice &) = delete;
    UsbDevice &operator=(const UsbDevice &) = delete;

    // Gives the interface back and closes the device; what was under way on it is over. The context stays.
    void release();

    [[nodiscard]] libusb_context *context() const { return m_context; }
    [[nodiscard]] libusb_device_handle *handle() const { return m_handle; }

    // Addresses in the order of the descriptor; at least one each.
    [[nodiscard]] const std::vector<quint8> &bulkIn() const { return m_bulkIn; }
    [[nodiscard]] const std::vector<quint8> &bulkOut() const { return m_bulkOut; }
    [[nodiscard]] bool isPrinter() const { return m_isPrinter; }
    [[nodiscard]] int interface() const { return m_interface; }
    [[nodiscard]] int alternateSetting() const { return m_alternate; }

private:
    UsbDevice() = default;
    Result<void> find(const UsbAddress &address);
    Result<void> claim();
    [[nodiscard]] bool choosePipes(const UsbAddress &address);

    libusb_context *m_context = nullptr;
    libusb_device_handle *m_handle = nullptr;
    QString m_name; // vendor:product, for errors
    int m_interface = -1;
    int m_alternate = 0;
    bool m_isClaimed = false;
    bool m_isPrinter = false;
    std::vector<quint8> m_bulkIn;
    std::vector<quint8> m_bulkOut;
};

} // namespace tongban::drivers::transport
