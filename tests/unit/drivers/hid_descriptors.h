// SPDX-License-Identifier: GPL-3.0-or-later
// Report descriptors for tests.
#pragma once

#include <QByteArray>

namespace tongban::tests {

// A bar code scanner as the manuals of two makers draw its report: Hand Held Products, "USB Interfaces User's Guide",
// "Getting Scanned Data", and Access-IS, "LSR118 Product Manual", B.1: number 2, length, three AIM characters, 56 data,
// the maker's own identifier, reserved, bit 0 "decode data continued"; a second collection with a trigger report.
inline QByteArray scannerDescriptor()
{
    return QByteArray::fromHex("058C 0902 A101"        // page bar code scanner, usage bar code scanner, application
                               "0912 A102 8502"        // scanned data report, logical, report id 2
                               "1500 26FF00 7508 9501" // 0…255, 8 bits, once
                               "0501 093B 8102"        // generic desktop, byte count, input
                               "9503 058C 09FB 09FC 09FD 8102"
                               "9538 09FE 820201" // 56 × decoded data, buffered bytes
                               "0666FF 9502 0904 0900 8102"
                               "058C 2501 7501 9508 09FF 8102 C0"
                               "0914 A102 8504 2501 7501 9501 0960 9102 9507 9103 C0" // trigger report: output
                               "C0");
}

// Newland, "NLS-FM420 Integration Guide", "HID-POS", "Getting Scanned Data": number 2, length, 56 data, four reserved,
// the maker's identifier, bit 0 "decode data continued". No AIM identifier. (The guide draws the report, not its
// descriptor.)
inline QByteArray newlandDescriptor()
{
    return QByteArray::fromHex("058C 0902 A101 0912 A102 8502 1500 26FF00 7508 9501 0501 093B 8102"
                               "058C 9538 09FE 820201 9504 8103 06A0FF 9501 0901 8102"
                               "058C 2501 7501 9501 09FF 8102 9507 8103 C0 C0");
}

// Another arrangement that the standard allows just as well: no report number, no length, "continued" first, data that
// do not begin at the front, the identifier behind them.
inline QByteArray otherScannerDescriptor()
{
    return QByteArray::fromHex("058C 0902 A101 1500 2501 7501 9501 09FF 8102 9507 8103" // a bit and seven of padding
                               "26FF00 7508 9510 09FE 8102 19FB 29FD 9503 8102 C0");    // 16 data, then three
}

// HID 1.11, appendix B.1: the boot keyboard.
inline QByteArray keyboardDescriptor()
{
    return QByteArray::fromHex("0501 0906 A101 0507 19E0 29E7 1500 2501 7501 9508 8102 9501 7508 8101 9505 7501 0508"
                               "1901 2905 9102 9501 7503 9101 9506 7508 1500 2565 0507 1900 2965 8100 C0");
}

} // namespace tongban::tests
