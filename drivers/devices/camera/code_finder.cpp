// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/code_finder.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>
#include <string>

namespace tongban::drivers::devices {

namespace {

ZXing::DecodeHints hints()
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

QByteArray toByteArray(const ZXing::ByteArray &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace

std::optional<QByteArray> findCode(const uchar *pixels, QSize size, int bytesPerLine)
{
    static const ZXing::DecodeHints wanted = hints();
    try {
        const ZXing::ImageView view(pixels, size.width(), size.height(), ZXing::ImageFormat::Lum, bytesPerLine);
        const ZXing::Result result = ZXing::ReadBarcode(view, wanted);
        if (!result.isValid())
            return std::nullopt;
        if (result.hasECI()) // begins with the identifier, says where which character set begins
            return toByteArray(result.bytesECI());
        return QByteArray::fromStdString(result.symbologyIdentifier()) + toByteArray(result.bytes());
    } catch (const std::exception &) { // a picture that it cannot make sense of; the next one comes
        return std::nullopt;
    }
}

} // namespace tongban::drivers::devices
