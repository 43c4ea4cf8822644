// SPDX-License-Identifier: GPL-3.0-or-later
// A code that somebody holds before an emulated scanner, and what the scanners make of it: characters on a line, HID
// reports, typed keys. Written from the makers' manuals (named at each), apart from the drivers' codecs. Pure.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace tongban::drivers::emulator {

struct ShownCode
{
    QByteArray aim; // "]Q1", or empty: the scanner does not tell
    QByteArray bytes;
};

enum class ScannerFault {
    None,
    Silent,
    Garbage, // serial: a stream of noise; HID POS: a report whose length is impossible; wedge: Alt with digits
    OneByte, // serial and wedge: a byte a millisecond; HID POS: one character a report
};

// A scanner of Newland's NLS-FM420 kind on a serial line: identifier, data, CR.
[[nodiscard]] QByteArray lineOf(const ShownCode &code, ScannerFault fault);

// A HID POS scanner whose report looks as in Hand Held Products, "USB Interfaces User's Guide", "Getting Scanned Data":
// 64 bytes; number 2, length, identifier, 56 of data, own identifier, reserved, bit 0 "decode data continued".
[[nodiscard]] QByteArray hidPosDescriptor();
[[nodiscard]] QByteArrayList hidPosReports(const ShownCode &code, ScannerFault fault);

// A keyboard wedge: struct input_event in pieces of a keystroke each, Enter at the end. What no key of a US keyboard is
// for goes as on a Windows machine: Alt and the decimal number on the keypad, a byte each.
[[nodiscard]] QByteArrayList keystrokesOf(const ShownCode &code, ScannerFault fault);

} // namespace tongban::drivers::emulator
