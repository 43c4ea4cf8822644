// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/imaging/jpeg.h"

#include <turbojpeg.h>

#include <memory>

namespace tongban::drivers::imaging {

namespace {

using Compressor = std::unique_ptr<void, decltype([](void *handle) { tjDestroy(handle); })>;
using Buffer = std::unique_ptr<unsigned char, decltype([](unsigned char *bytes) { tjFree(bytes); })>;

} // namespace

std::optional<QByteArray> encodeJpeg(const Raster &picture, int quality)
{
    const Compressor compressor(tjInitCompress());
    if (!compressor)
        return std::nullopt;
    const bool gray = picture.channels == 1;
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    const int failed = tjCompress2(compressor.get(), picture.samples.data(), picture.width, 0, picture.height,
                                   gray ? TJPF_GRAY : TJPF_RGB, &bytes, &size, gray ? TJSAMP_GRAY : TJSAMP_420, quality,
                                   TJFLAG_ACCURATEDCT);
    const Buffer buffer(bytes);
    if (failed != 0)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
}

std::optional<QByteArray> encodeJpegWithin(const Raster &picture, qint64 maxBytes, int worst, int best)
{
    std::optional<QByteArray> kept;
    while (worst <= best) { // size grows with quality
        const int quality = (worst + best) / 2;
        auto jpeg = encodeJpeg(picture, quality);
        if (jpeg && jpeg->size() <= maxBytes) {
            kept = std::move(jpeg);
            worst = quality + 1;
        } else {
            best = quality - 1;
        }
    }
    return kept;
}

} // namespace tongban::drivers::imaging
