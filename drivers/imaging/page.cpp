// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/imaging/page.h"

#include "drivers/imaging/jpeg.h"
#include "drivers/imaging/legibility.h"
#include "drivers/imaging/scale.h"

#include <algorithm>

namespace tongban::drivers::imaging {

namespace {

// Below 35 the eight-pixel blocks of JPEG eat the thin strokes of small characters: fewer pixels read better then
// (measured by OCR of a page of 1800 characters at 90 000 bytes: 610 × 864 at 39 beats 1131 × 1600 at 6).
constexpr int worstQuality = 35;
constexpr int bestQuality = 92;
constexpr double shrinkStep = 0.9;

tl::unexpected<Error> illegible(const char *verdict)
{
    return fail(ErrorKind::PageIllegible, QStringLiteral("imaging.page"), QLatin1String(verdict));
}

} // namespace

Result<ports::ScannedPage> preparePage(const Raster &picture, const ports::PageProfile &profile)
{
    Raster page = shrunkTo(picture, fittedSize(picture.size(), profile.maximum));
    if (page.channels == 3 && !needsColour(page))
        page = toGray(page);
    const Legibility verdict = judge(toGray(page), profile.minimum);
    if (verdict != Legibility::Legible)
        return illegible(nameOf(verdict));

    const auto [least, most] = std::minmax({profile.minimum.width(), profile.minimum.height()});
    Raster current = page;
    while (std::min(current.width, current.height) >= least && std::max(current.width, current.height) >= most) {
        if (auto jpeg = encodeJpegWithin(current, profile.maxBytes, worstQuality, bestQuality))
            return ports::ScannedPage{.jpeg = *jpeg, .size = current.size()};
        current = shrunkTo(page, (current.size().toSizeF() * shrinkStep).toSize());
    }
    return illegible("too much on one page for the size bound");
}

std::optional<ports::PageThumbnail> thumbnailOf(const Raster &picture)
{
    using ports::PageThumbnail;
    constexpr int worstLook = 20; // layout and seals are told apart; nobody reads it
    constexpr int bestLook = 75;
    Raster small =
        shrunkTo(picture, fittedSize(picture.size(), {PageThumbnail::longestSide, PageThumbnail::longestSide}));
    if (small.channels == 3 && !needsColour(small))
        small = toGray(small);
    const auto jpeg = encodeJpegWithin(small, PageThumbnail::maxBytes, worstLook, bestLook);
    return jpeg ? std::optional(PageThumbnail{.jpeg = *jpeg, .size = small.size()}) : std::nullopt;
}

} // namespace tongban::drivers::imaging
