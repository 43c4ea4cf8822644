// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/usb_function.h"

#include <initializer_list>

namespace tongban::drivers::emulator {
namespace {

constexpr int maxPacket = 64; // bulk at full speed
constexpr quint8 getDescriptor = 6;
constexpr quint8 stringType = 3;

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray out;
    for (const int value : values)
        out += static_cast<char>(value);
    return out;
}

} // namespace

QByteArray descriptorsOf(const UsbFunction &function)
{
    const auto endpoints = static_cast<int>(function.endpoints.size());
    const int total = 9 + 9 + 7 * endpoints;
    QByteArray out = bytes({18, 1, 0x00, 0x02, 0, 0, 0, maxPacket, function.vendor & 0xFF, function.vendor >> 8,
                            function.product & 0xFF, function.product >> 8, 0x00, 0x01, 0, 1, 0, 1});
    out += bytes({9, 2, total & 0xFF, total >> 8, 1, 1, 0, 0x80, 50}); // powered by the bus, 100 mA
    out += bytes({9, 4, 0, 0, endpoints, function.interfaceClass, function.interfaceSubclass,
                  function.interfaceProtocol, 0});
    for (const quint8 address : function.endpoints)
        out += bytes({7, 5, address, 2, maxPacket, 0, 0});
    return out;
}

UsbSetup UsbSetup::parse(const QByteArray &eightBytes)
{
    const auto at = [&](int i) { return static_cast<quint8>(eightBytes.at(i)); };
    const auto word = [&](int i) { return static_cast<quint16>(at(i) | at(i + 1) << 8); };
    return {.requestType = at(0), .request = at(1), .value = word(2), .index = word(4), .length = word(6)};
}

std::optional<QByteArray> standardAnswer(const UsbFunction &function, const UsbSetup &setup)
{
    if (setup.requestType != 0x80 || setup.request != getDescriptor || setup.value >> 8 != stringType)
        return std::nullopt;
    if ((setup.value & 0xFF) == 0)
        return bytes({4, stringType, 0x09, 0x04}); // the languages: English (United States)
    QByteArray text = bytes({2 + 2 * static_cast<int>(function.name.size()), stringType});
    for (const char letter : function.name)
        text += bytes({letter, 0});
    return text;
}

UsbFunction samReaderFunction(bool isSplit)
{
    UsbFunction reader{.vendor = 0x0400, .product = 0xC35A, .name = "Emulated SAM reader", .endpoints = {}, .deviceId = {}};
    reader.endpoints = isSplit ? std::vector<quint8>{0x81, 0x02, 0x85, 0x06} : std::vector<quint8>{0x81, 0x02};
    return reader;
}

UsbFunction receiptPrinterFunction()
{
    return {.vendor = 0x0416, // a house that many receipt printers carry
            .product = 0x5011,
            .name = "Emulated receipt printer",
            .interfaceClass = 7, // printer, bidirectional
            .interfaceSubclass = 1,
            .interfaceProtocol = 2,
            .endpoints = {0x01, 0x82},
            .deviceId = "MFG:Tongban;CMD:ESC/POS;MDL:Emulated 80 mm;CLS:PRINTER;"};
}

} // namespace tongban::drivers::emulator
