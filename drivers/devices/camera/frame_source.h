// SPDX-License-Identifier: GPL-3.0-or-later
// Where the camera program gets its pictures: the far end of everything in this folder.
#pragma once

#include "app/core/base/result.h"

#include <QSize>

#include <span>

namespace tongban::drivers::devices {

struct RawFrame
{
    enum class Format {
        Mjpeg, // one JPEG, often without Huffman tables (UVC 1.1, payload MJPEG)
        Yuyv,  // YUV 4:2:2, 2 bytes a pixel
        Grey,  // 1 byte a pixel
    };
    Format format = Format::Grey;
    QSize size;
    std::span<const uchar> bytes; // valid until the next call
};

class FrameSource
{
public:
    virtual ~FrameSource() = default;
    // Waits for the next picture, for as long as it takes: the program's watchdog has the clock. DeviceAbsent,
    // DeviceFault.
    virtual Result<RawFrame> next() = 0;
};

} // namespace tongban::drivers::devices
