// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/frame_convert.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <turbojpeg.h>

#include <cstring>
#include <memory>

namespace tongban::drivers::devices {

namespace {

enum class Pixels { Bgrx, Rgb, Grey };

int bytesOf(Pixels pixels)
{
    switch (pixels) {
    case Pixels::Bgrx:
        return 4;
    case Pixels::Rgb:
        return 3;
    case Pixels::Grey:
        return 1;
    }
    Q_UNREACHABLE();
}

int turboFormatOf(Pixels pixels)
{
    switch (pixels) {
    case Pixels::Bgrx:
        return TJPF_BGRX;
    case Pixels::Rgb:
        return TJPF_RGB;
    case Pixels::Grey:
        return TJPF_GRAY;
    }
    Q_UNREACHABLE();
}

bool decodeJpeg(const RawFrame &frame, Pixels pixels, uchar *out)
{
    static const std::unique_ptr<void, int (*)(void *)> decoder(tjInitDecompress(), &tjDestroy);
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    const auto size = static_cast<unsigned long>(frame.bytes.size());
    if (tjDecompressHeader3(decoder.get(), frame.bytes.data(), size, &width, &height, &sampling, &colours) != 0 ||
        QSize(width, height) != frame.size)
        return false;
    // Also what libjpeg only warns of (a frame cut short): half a picture is none.
    return tjDecompress2(decoder.get(), frame.bytes.data(), size, out, width, width * bytesOf(pixels), height,
                         turboFormatOf(pixels), TJFLAG_FASTDCT) == 0;
}

// OpenCV's matrices over memory of others.
cv::Mat matrix(const RawFrame &frame, int type)
{
    return {frame.size.height(), frame.size.width(), type, const_cast<uchar *>(frame.bytes.data())};
}

bool decodeYuyv(const RawFrame &frame, Pixels pixels, uchar *out)
{
    const cv::Mat from = matrix(frame, CV_8UC2);
    cv::Mat to(from.rows, from.cols, CV_8UC(bytesOf(pixels)), out);
    switch (pixels) {
    case Pixels::Bgrx:
        cv::cvtColor(from, to, cv::COLOR_YUV2BGRA_YUY2);
        return true;
    case Pixels::Rgb:
        cv::cvtColor(from, to, cv::COLOR_YUV2RGB_YUY2);
        return true;
    case Pixels::Grey:
        cv::cvtColor(from, to, cv::COLOR_YUV2GRAY_YUY2);
        return true;
    }
    Q_UNREACHABLE();
}

bool decodeGrey(const RawFrame &frame, Pixels pixels, uchar *out)
{
    const cv::Mat from = matrix(frame, CV_8UC1);
    cv::Mat to(from.rows, from.cols, CV_8UC(bytesOf(pixels)), out);
    switch (pixels) {
    case Pixels::Bgrx:
        cv::cvtColor(from, to, cv::COLOR_GRAY2BGRA);
        return true;
    case Pixels::Rgb:
        cv::cvtColor(from, to, cv::COLOR_GRAY2RGB);
        return true;
    case Pixels::Grey:
        std::memcpy(out, frame.bytes.data(), frame.bytes.size());
        return true;
    }
    Q_UNREACHABLE();
}

bool decode(const RawFrame &frame, Pixels pixels, uchar *out)
{
    const auto count = static_cast<std::size_t>(frame.size.width()) * static_cast<std::size_t>(frame.size.height());
    switch (frame.format) {
    case RawFrame::Format::Mjpeg:
        return decodeJpeg(frame, pixels, out);
    case RawFrame::Format::Yuyv:
        return frame.bytes.size() == 2 * count && decodeYuyv(frame, pixels, out);
    case RawFrame::Format::Grey:
        return frame.bytes.size() == count && decodeGrey(frame, pixels, out);
    }
    Q_UNREACHABLE();
}

} // namespace

bool convertInto(const RawFrame &frame, const RingGeometry &geometry, uchar *slot)
{
    const auto pixels = geometry.format == RingGeometry::Format::Bgrx ? Pixels::Bgrx : Pixels::Grey;
    return frame.size == geometry.size && decode(frame, pixels, slot);
}

std::optional<imaging::Raster> toRaster(const RawFrame &frame)
{
    imaging::Raster picture = imaging::Raster::blank(frame.size.width(), frame.size.height(), 3);
    if (!decode(frame, Pixels::Rgb, picture.samples.data()))
        return std::nullopt;
    return picture;
}

} // namespace tongban::drivers::devices
