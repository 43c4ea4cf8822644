// SPDX-License-Identifier: GPL-3.0-or-later
// An uncompressed picture in memory: rows from the top, no padding, 8 bits a sample; sRGB or gray, 255 = white.
#pragma once

#include <QSize>

#include <cstdint>
#include <vector>

namespace tongban::drivers::imaging {

struct Raster
{
    int width = 0;    // pixels
    int height = 0;   // pixels
    int channels = 1; // 1 gray, 3 red green blue
    std::vector<std::uint8_t> samples;

    [[nodiscard]] static Raster blank(int width, int height, int channels)
    {
        const auto count =
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
        return Raster{width, height, channels, std::vector<std::uint8_t>(count)};
    }
    [[nodiscard]] QSize size() const { return {width, height}; }
    [[nodiscard]] std::size_t stride() const
    {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    }
    [[nodiscard]] const std::uint8_t *row(int y) const
    {
        return samples.data() + static_cast<std::size_t>(y) * stride();
    }
    [[nodiscard]] std::uint8_t *row(int y) { return samples.data() + static_cast<std::size_t>(y) * stride(); }
};

} // namespace tongban::drivers::imaging
