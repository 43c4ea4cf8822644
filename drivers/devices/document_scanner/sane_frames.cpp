// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_frames.h"

#include <cstring>
#include <optional>

namespace tongban::drivers::devices {

namespace {

tl::unexpected<Error> faulty(const QString &why)
{
    return fail(ErrorKind::DeviceFault, QStringLiteral("sane.frame"), why);
}

// How a frame's samples lie in the picture: samples a pixel in the frame, first channel, channels of the picture.
struct Layout
{
    int samples;
    int offset;
    int channels;
};

std::optional<Layout> layoutOf(const SANE_Parameters &parameters)
{
    // Read as a number: some backends send formats beyond the standard's (0x0B is JPEG), which the C++ enum cannot hold.
    static_assert(sizeof parameters.format == sizeof(int));
    int format = 0;
    std::memcpy(&format, &parameters.format, sizeof format);
    switch (format) {
    case SANE_FRAME_GRAY:
        return Layout{1, 0, 1};
    case SANE_FRAME_RGB:
        return Layout{3, 0, 3};
    case SANE_FRAME_RED:
        return Layout{1, 0, 3};
    case SANE_FRAME_GREEN:
        return Layout{1, 1, 3};
    case SANE_FRAME_BLUE:
        return Layout{1, 2, 3};
    }
    return std::nullopt;
}

// Sample `index` of a line as 8 bits. One bit: 1 is black, the leftmost pixel in the highest bit. 16 bits: machine
// order.
std::uint8_t sampleAt(const char *line, int index, int depth)
{
    if (depth == 1)
        return ((line[index / 8] >> (7 - index % 8)) & 1) != 0 ? 0 : 255;
    if (depth == 8)
        return static_cast<std::uint8_t>(line[index]);
    std::uint16_t wide = 0;
    std::memcpy(&wide, line + 2 * index, sizeof wide);
    return static_cast<std::uint8_t>(wide >> 8);
}

} // namespace

Result<void> SanePage::addFrame(const SANE_Parameters &parameters, const QByteArray &bytes)
{
    const auto layout = layoutOf(parameters);
    const bool knownDepth = layout && (parameters.depth == 8 || parameters.depth == 16 ||
                                       (parameters.depth == 1 && layout->channels == 1));
    if (!knownDepth)
        return faulty(QStringLiteral("a format that is not known, at depth %1").arg(parameters.depth));
    const int lineBits = parameters.pixels_per_line * layout->samples * parameters.depth;
    if (parameters.pixels_per_line <= 0 || parameters.bytes_per_line < (lineBits + 7) / 8)
        return faulty(QStringLiteral("lines shorter than their pixels"));
    const auto came = static_cast<int>(bytes.size() / parameters.bytes_per_line);
    const int lines = parameters.lines < 0 ? came : parameters.lines;
    if (lines <= 0 || came < lines)
        return faulty(QStringLiteral("%1 of %2 lines came").arg(came).arg(lines));
    if (m_channels == 0)
        m_picture = imaging::Raster::blank(parameters.pixels_per_line, lines, layout->channels);
    if (auto fits = checkShape(parameters, lines); !fits)
        return fits;
    place(parameters, bytes, layout->samples, layout->offset);
    for (int c = 0; c < layout->samples; ++c)
        m_channels |= 1u << (layout->offset + c);
    return {};
}

Result<imaging::Raster> SanePage::finish()
{
    if (m_picture.channels == 0 || m_channels != (1u << m_picture.channels) - 1)
        return faulty(QStringLiteral("a colour is missing"));
    m_channels = 0;
    return std::move(m_picture);
}

Result<void> SanePage::checkShape(const SANE_Parameters &parameters, int lines) const
{
    const int channels = parameters.format == SANE_FRAME_GRAY ? 1 : 3;
    if (m_picture.channels != channels || m_picture.width != parameters.pixels_per_line || m_picture.height != lines)
        return faulty(QStringLiteral("frames of different shapes"));
    return {};
}

void SanePage::place(const SANE_Parameters &parameters, const QByteArray &bytes, int samplesPerPixel, int offset)
{
    for (int y = 0; y < m_picture.height; ++y) {
        const char *line = bytes.constData() + static_cast<qsizetype>(y) * parameters.bytes_per_line;
        std::uint8_t *out = m_picture.row(y);
        for (int x = 0; x < m_picture.width; ++x) {
            for (int s = 0; s < samplesPerPixel; ++s)
                out[x * m_picture.channels + offset + s] = sampleAt(line, x * samplesPerPixel + s, parameters.depth);
        }
    }
}

} // namespace tongban::drivers::devices
