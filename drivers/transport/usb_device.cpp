// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/usb_device.h"

#include <libusb.h>

#include <span>

namespace tongban::drivers::transport {
namespace {

QString hex4(quint16 value)
{
    return QStringLiteral("%1").arg(value, 4, 16, QLatin1Char('0'));
}

} // namespace

Error usbError(int code, const QString &where, const QString &device)
{
    const QString said = device + QStringLiteral(": ") + QString::fromUtf8(libusb_error_name(code));
    if (code == LIBUSB_ERROR_NO_DEVICE || code == LIBUSB_ERROR_NOT_FOUND)
        return {ErrorKind::DeviceAbsent, where, said};
    if (code == LIBUSB_ERROR_ACCESS)
        return {ErrorKind::DeviceFault, where,
                said + QStringLiteral(": no permission; the udev rules of packaging/udev/60-tongban.rules give it")};
    return {ErrorKind::DeviceFault, where, said};
}

Result<std::unique_ptr<UsbDevice>> UsbDevice::open(const UsbAddress &address)
{
    std::unique_ptr<UsbDevice> device(new UsbDevice);
    device->m_name = hex4(address.vendor) + QLatin1Char(':') + hex4(address.product);
    // A context of its own each time: its list of devices is read anew, whatever was plugged meanwhile.
    if (const int code = libusb_init(&device->m_context); code != LIBUSB_SUCCESS)
        return fail(ErrorKind::DeviceFault, QStringLiteral("usb.open"), QString::fromUtf8(libusb_error_name(code)));
    if (auto found = device->find(address); !found)
        return fail(found.error());
    if (!device->choosePipes(address))
        return fail(ErrorKind::DeviceFault, QStringLiteral("usb.open"),
                    device->m_name + QStringLiteral(": no interface with bulk pipes in both directions"));
    if (auto claimed = device->claim(); !claimed)
        return fail(claimed.error());
    return device;
}

Result<void> UsbDevice::find(const UsbAddress &address)
{
    const auto where = QStringLiteral("usb.open");
    libusb_device **list = nullptr;
    const auto count = libusb_get_device_list(m_context, &list);
    if (count < 0)
        return fail(usbError(static_cast<int>(count), where, m_name));
    int code = LIBUSB_ERROR_NOT_FOUND;
    for (libusb_device *candidate : std::span(list, static_cast<size_t>(count))) {
        libusb_device_descriptor descriptor{};
        if (libusb_get_device_descriptor(candidate, &descriptor) != LIBUSB_SUCCESS ||
            descriptor.idVendor != address.vendor || descriptor.idProduct != address.product)
            continue;
        code = libusb_open(candidate, &m_handle);
        if (code == LIBUSB_SUCCESS)
            break;
    }
    libusb_free_device_list(list, 1);
    if (code != LIBUSB_SUCCESS)
        return fail(usbError(code, where, m_name));
    return {};
}

bool UsbDevice::choosePipes(const UsbAddress &address)
{
    libusb_config_descriptor *config = nullptr;
    if (libusb_get_active_config_descriptor(libusb_get_device(m_handle), &config) != LIBUSB_SUCCESS)
        return false;
    for (const libusb_interface &interface : std::span(config->interface, config->bNumInterfaces)) {
        for (const libusb_interface_descriptor &setting :
             std::span(interface.altsetting, static_cast<size_t>(interface.num_altsetting))) {
            if (address.interface && *address.interface != setting.bInterfaceNumber)
                continue;
            if (!m_bulkIn.empty() && !m_bulkOut.empty())
                break;
            m_bulkIn.clear();
            m_bulkOut.clear();
            for (const libusb_endpoint_descriptor &endpoint : std::span(setting.endpoint, setting.bNumEndpoints)) {
                if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) != LIBUSB_TRANSFER_TYPE_BULK)
                    continue;
                auto &pipes = (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_IN) != 0 ? m_bulkIn : m_bulkOut;
                pipes.push_back(endpoint.bEndpointAddress);
            }
            m_interface = setting.bInterfaceNumber;
            m_alternate = setting.bAlternateSetting;
            m_isPrinter = setting.bInterfaceClass == LIBUSB_CLASS_PRINTER;
        }
    }
    libusb_free_config_descriptor(config);
    return !m_bulkIn.empty() && !m_bulkOut.empty();
}

Result<void> UsbDevice::claim()
{
    const auto where = QStringLiteral("usb.claim");
    libusb_set_auto_detach_kernel_driver(m_handle, 1); // usblp holds every printer; systems without it answer "no"
    if (const int code = libusb_claim_interface(m_handle, m_interface); code != LIBUSB_SUCCESS)
        return fail(usbError(code, where, m_name));
    m_isClaimed = true;
    if (m_alternate == 0)
        return {};
    if (const int code = libusb_set_interface_alt_setting(m_handle, m_interface, m_alternate); code != LIBUSB_SUCCESS)
        return fail(usbError(code, where, m_name));
    return {};
}

void UsbDevice::release()
{
    if (m_isClaimed)
        libusb_release_interface(m_handle, m_interface);
    m_isClaimed = false;
    if (m_handle != nullptr)
        libusb_close(m_handle);
    m_handle = nullptr;
}

UsbDevice::~UsbDevice()
{
    release();
    if (m_context != nullptr)
        libusb_exit(m_context);
}

} // namespace tongban::drivers::transport
