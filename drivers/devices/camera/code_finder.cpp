// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/code_finder.h"

#include "drivers/devices/camera/code_settings.h"

#include <exception>
#include <string>

namespace tongban::drivers::devices {

namespace {

QByteArray toByteArray(const ZXing::ByteArray &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace

std::optional<QByteArray> findCode(const uchar *pixels, QSize size, int bytesPerLine)
{
    static const ZXing::DecodeHints wanted = codeSettings();
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
