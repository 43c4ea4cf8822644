// SPDX-License-Identifier: GPL-3.0-or-later
// What an emulated USB device says of itself: one configuration, one interface of bulk endpoints, full speed (USB 2.0
// chapter 9). Pure.
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace tongban::drivers::emulator {

struct UsbFunction
{
    quint16 vendor = 0;
    quint16 product = 0;
    QByteArray name; // string descriptor 1, ASCII
    quint8 interfaceClass = 0xFF; // vendor specific
    quint8 interfaceSubclass = 0;
    quint8 interfaceProtocol = 0;
    std::vector<quint8> endpoints; // addresses, bit 7 = to the host; bulk, 64 bytes a packet
    QByteArray deviceId;           // IEEE 1284 id of a printer, without its length
};

// A device's descriptor and its configuration's, as sysfs shows them in one file.
[[nodiscard]] QByteArray descriptorsOf(const UsbFunction &function);

struct UsbSetup // the eight bytes that begin a control transfer
{
    quint8 requestType = 0;
    quint8 request = 0;
    quint16 value = 0;
    quint16 index = 0;
    quint16 length = 0;

    [[nodiscard]] bool isToHost() const { return (requestType & 0x80) != 0; }
    [[nodiscard]] static UsbSetup parse(const QByteArray &eightBytes);
};

// The answer to a standard request; nothing: the device knows no such request and stalls.
[[nodiscard]] std::optional<QByteArray> standardAnswer(const UsbFunction &function, const UsbSetup &setup);

// The two sides of DEVICES §1 and §2.
[[nodiscard]] UsbFunction samReaderFunction(bool isSplit); // four endpoints (header and body apart) or one pair
[[nodiscard]] UsbFunction receiptPrinterFunction();

} // namespace tongban::drivers::emulator
