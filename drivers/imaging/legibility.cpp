// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/imaging/legibility.h"

#include <algorithm>
#include <array>

#include <QtGlobal>

namespace tongban::drivers::imaging {

namespace {

constexpr int tileSize = 32;      // about one or two characters of body text at 140 dpi
constexpr int darkestPaper = 90;  // of 255; gray recycled paper scans at 150 and above
constexpr int faintContrast = 30; // scanner noise spans 15 within a tile
constexpr int clearContrast = 70; // pencil on paper spans 80
constexpr int edgeShare = 32;     // 1/32 of each side is skipped: shadows of the page's edge are no writing

using Histogram = std::array<int, 256>;

// The level below which `share` of the counted samples lie.
int percentile(const Histogram &histogram, int count, double share)
{
    int left = static_cast<int>(count * share);
    for (int level = 0; level < 256; ++level) {
        left -= histogram[static_cast<std::size_t>(level)];
        if (left < 0)
            return level;
    }
    return 255;
}

// Between the darkest twentieth and the lightest twentieth. A thin stroke is a small part of a tile, hence so near the
// ends.
int contrastOf(const Raster &gray, int left, int top, int right, int bottom)
{
    Histogram histogram{};
    for (int y = top; y < bottom; ++y) {
        const std::uint8_t *row = gray.row(y);
        for (int x = left; x < right; ++x)
            ++histogram[row[x]];
    }
    const int count = (right - left) * (bottom - top);
    return percentile(histogram, count, 0.95) - percentile(histogram, count, 0.05);
}

int paperLevel(const Raster &gray)
{
    Histogram histogram{};
    for (const std::uint8_t sample : gray.samples)
        ++histogram[sample];
    return percentile(histogram, static_cast<int>(gray.samples.size()), 0.8);
}

} // namespace

const char *nameOf(Legibility verdict)
{
    switch (verdict) {
    case Legibility::Legible:
        return "legible";
    case Legibility::TooSmall:
        return "too small";
    case Legibility::TooDark:
        return "too dark";
    case Legibility::Blank:
        return "blank";
    case Legibility::LowContrast:
        return "low contrast";
    }
    Q_UNREACHABLE();
}

Legibility judge(const Raster &gray, QSize minimum)
{
    const auto [shortest, longest] = std::minmax({minimum.width(), minimum.height()});
    if (std::min(gray.width, gray.height) < shortest || std::max(gray.width, gray.height) < longest)
        return Legibility::TooSmall;
    if (paperLevel(gray) < darkestPaper)
        return Legibility::TooDark;

    int tiles = 0;
    int marked = 0;
    int clear = 0;
    const int marginX = gray.width / edgeShare;
    const int marginY = gray.height / edgeShare;
    for (int y = marginY; y + tileSize <= gray.height - marginY; y += tileSize) {
        for (int x = marginX; x + tileSize <= gray.width - marginX; x += tileSize) {
            const int contrast = contrastOf(gray, x, y, x + tileSize, y + tileSize);
            ++tiles;
            marked += contrast >= faintContrast ? 1 : 0;
            clear += contrast >= clearContrast ? 1 : 0;
        }
    }
    if (marked * 250 < tiles) // less than 0.4 %: a speck, a fold
        return Legibility::Blank;
    return clear * 3 >= marked ? Legibility::Legible : Legibility::LowContrast;
}

} // namespace tongban::drivers::imaging
