// SPDX-License-Identifier: GPL-3.0-or-later
// How ZXing is asked. Apart from code_finder so that the bench asks it in the same way.
#pragma once

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace tongban::drivers::devices {

// QR, Micro QR, Data Matrix, PDF417, Aztec, Code 128, 39, 93, EAN and UPC. Not ITF and Codabar: they are "found" in text
// and tables.
inline ZXing::DecodeHints codeSettings()
{
    using ZXing::BarcodeFormat;
    return ZXing::DecodeHints()
        .setFormats(BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode | BarcodeFormat::DataMatrix |
                    BarcodeFormat::PDF417 | BarcodeFormat::Aztec | BarcodeFormat::Code128 | BarcodeFormat::Code39 |
                    BarcodeFormat::Code93 | BarcodeFormat::EAN8 | BarcodeFormat::EAN13 | BarcodeFormat::UPCA |
                    BarcodeFormat::UPCE)
        .setTryHarder(true)
        .setTryRotate(true)
        .setMaxNumberOfSymbols(1); // without it 1.4.0 aborts on some pictures of one Code 128 (DEVICES 3)
}

} // namespace tongban::drivers::devices
