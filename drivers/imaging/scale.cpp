// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/imaging/scale.h"

#include <algorithm>
#include <cmath>

namespace tongban::drivers::imaging {

namespace {

// How much of each old column (or row) goes into one new one; weights in 1/65536, summing to exactly that.
struct Cover
{
    int first = 0;
    std::vector<std::uint32_t> weights;
};

std::vector<Cover> coversOf(int from, int to)
{
    constexpr std::uint32_t whole = 65536;
    std::vector<Cover> covers(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        Cover &cover = covers[static_cast<std::size_t>(i)];
        const double begin = i * step;
        const double end = std::min((i + 1) * step, static_cast<double>(from));
        cover.first = static_cast<int>(begin);
        std::uint32_t left = whole;
        for (int old = cover.first; old < from && old < end; ++old) {
            const double share = (std::min(end, old + 1.0) - std::max(begin, static_cast<double>(old))) / (end - begin);
            const auto weight = std::min(left, static_cast<std::uint32_t>(std::lround(share * whole)));
            cover.weights.push_back(weight);
            left -= weight;
        }
        cover.weights.back() += left; // rounding
    }
    return covers;
}

// One row of the picture, made narrower.
void shrinkRow(const std::uint8_t *row, int channels, const std::vector<Cover> &columns,
               std::vector<std::uint32_t> &out)
{
    std::size_t at = 0;
    for (const Cover &cover : columns) {
        for (int c = 0; c < channels; ++c) {
            std::uint32_t sum = 0;
            const std::uint8_t *sample = row + cover.first * channels + c;
            for (const std::uint32_t weight : cover.weights) {
                sum += *sample * weight;
                sample += channels;
            }
            out[at++] = sum >> 8; // 16 bits are kept, so that the second pass fits 32
        }
    }
}

} // namespace

QSize fittedSize(QSize size, QSize bound)
{
    const bool portrait = size.height() > size.width();
    const QSize oriented = portrait == (bound.height() > bound.width()) ? bound : bound.transposed();
    if (size.width() <= oriented.width() && size.height() <= oriented.height())
        return size;
    const QSize fitted = size.scaled(oriented, Qt::KeepAspectRatio);
    return fitted.expandedTo({1, 1});
}

Raster shrunkTo(const Raster &picture, QSize target)
{
    if (target == picture.size())
        return picture;
    const auto columns = coversOf(picture.width, target.width());
    const auto rows = coversOf(picture.height, target.height());
    Raster result = Raster::blank(target.width(), target.height(), picture.channels);
    std::vector<std::uint32_t> narrow(result.stride());
    std::vector<std::uint64_t> sums(result.stride());
    for (int y = 0; y < target.height(); ++y) {
        const Cover &cover = rows[static_cast<std::size_t>(y)];
        std::fill(sums.begin(), sums.end(), 0);
        for (std::size_t i = 0; i < cover.weights.size(); ++i) {
            shrinkRow(picture.row(cover.first + static_cast<int>(i)), picture.channels, columns, narrow);
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += static_cast<std::uint64_t>(narrow[x]) * cover.weights[i];
        }
        std::uint8_t *out = result.row(y);
        for (std::size_t x = 0; x < sums.size(); ++x)
            out[x] = static_cast<std::uint8_t>(std::min<std::uint64_t>((sums[x] + (1u << 23)) >> 24, 255));
    }
    return result;
}

Raster toGray(const Raster &picture)
{
    if (picture.channels == 1)
        return picture;
    Raster gray = Raster::blank(picture.width, picture.height, 1);
    const std::uint8_t *rgb = picture.samples.data();
    for (std::uint8_t &sample : gray.samples) {
        sample = static_cast<std::uint8_t>((19595u * rgb[0] + 38470u * rgb[1] + 7471u * rgb[2] + 32768u) >> 16);
        rgb += 3;
    }
    return gray;
}

bool needsColour(const Raster &picture)
{
    // Colour fringes beside black strokes stay under 60 levels once the picture is scaled down; the ink of a seal is
    // far above. A thousandth of an A4 page is a stamp of 8 × 8 mm.
    constexpr int vivid = 60;
    if (picture.channels != 3)
        return false;
    std::size_t coloured = 0;
    for (std::size_t i = 0; i + 2 < picture.samples.size(); i += 3) {
        const auto [least, most] = std::minmax({picture.samples[i], picture.samples[i + 1], picture.samples[i + 2]});
        coloured += most - least > vivid ? 1 : 0;
    }
    return coloured * 1000 > picture.samples.size() / 3;
}

} // namespace tongban::drivers::imaging
