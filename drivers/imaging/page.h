// SPDX-License-Identifier: GPL-3.0-or-later
// From what a scanner saw to the file that the city takes.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/document_scanner.h"
#include "drivers/imaging/raster.h"

#include <optional>

namespace tongban::drivers::imaging {

// Scales into the profile, drops colour that says nothing, judges, and encodes at the best quality that the byte bound
// allows. PageIllegible with the verdict in the detail.
Result<ports::ScannedPage> preparePage(const Raster &picture, const ports::PageProfile &profile);

// The same page small enough to be sent first. None: not even that fits its bounds, and the page goes without.
[[nodiscard]] std::optional<ports::PageThumbnail> thumbnailOf(const Raster &picture);

} // namespace tongban::drivers::imaging
