// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of SANE frames to a picture; pure. SANE 1.06 section 3.2: frames, sample formats, byte order.
#pragma once

#include "app/core/base/result.h"
#include "drivers/imaging/raster.h"

#include <QByteArray>

#include <sane/sane.h>

namespace tongban::drivers::devices {

// Collects the one frame (GRAY, RGB) or the three (RED, GREEN, BLUE) of a page. Depths 1 (gray only), 8 and 16.
class SanePage
{
public:
    // A whole frame. DeviceFault when its bytes are fewer than its parameters promise (a scan that ended early), when
    // the format is unknown, or when it does not fit the frames before it. lines = -1 takes as many lines as came.
    Result<void> addFrame(const SANE_Parameters &parameters, const QByteArray &bytes);

    // DeviceFault when a colour is missing.
    Result<imaging::Raster> finish();

private:
    Result<void> checkShape(const SANE_Parameters &parameters, int lines) const;
    void place(const SANE_Parameters &parameters, const QByteArray &bytes, int samplesPerPixel, int offset);

    imaging::Raster m_picture;
    unsigned m_channels = 0; // bit mask of the channels that have come
};

} // namespace tongban::drivers::devices
