// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/imaging/raster.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::imaging {

// Baseline JPEG (4:2:0 for colour). quality 1…100. Nothing only when memory is out.
[[nodiscard]] std::optional<QByteArray> encodeJpeg(const Raster &picture, int quality);

// The best quality from `worst` to `best` whose file has at most maxBytes; nothing when even the worst is larger.
[[nodiscard]] std::optional<QByteArray> encodeJpegWithin(const Raster &picture, qint64 maxBytes, int worst, int best);

} // namespace tongban::drivers::imaging
