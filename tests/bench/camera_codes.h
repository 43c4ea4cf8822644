// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// drivers.camera_codes: what a picture of a 1080p stream costs the camera program from the grey picture in memory to the
// end of decoding (into the shared ring, decoded there), against the bare ZXing call with the same settings on the same
// grey pictures. Not counted, on both sides: fetching a picture from the camera and making it grey. Half of the pictures
// show a QR code, half show none; the value is the sum of the two medians.
Result<std::vector<Figure>> measureCameraCodes();

} // namespace tongban::bench
