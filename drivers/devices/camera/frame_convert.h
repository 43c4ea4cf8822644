// SPDX-License-Identifier: GPL-3.0-or-later
// From what a camera sends to what the kiosk wants; written straight to where it belongs.
#pragma once

#include "drivers/devices/camera/frame_ring.h"
#include "drivers/devices/camera/frame_source.h"
#include "drivers/imaging/raster.h"

#include <optional>

namespace tongban::drivers::devices {

// Into one slot of the ring. False when the bytes are no picture of this size; the slot then holds rubbish.
[[nodiscard]] bool convertInto(const RawFrame &frame, const RingGeometry &geometry, uchar *slot);

// In colour, for a page.
[[nodiscard]] std::optional<imaging::Raster> toRaster(const RawFrame &frame);

} // namespace tongban::drivers::devices
