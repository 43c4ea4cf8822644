// SPDX-License-Identifier: GPL-3.0-or-later
// umockdev's preload library in this very process, whoever started it and however.
#pragma once

namespace tongban::drivers::emulator {

// Whether the arguments ask for a device that stands in the test bed: --usb, --camera, or a wire named usb….
[[nodiscard]] bool wantsTestbed(int argc, char **argv);

// Starts this program anew under the preload when it is not; returns when it is. False: the system refused.
[[nodiscard]] bool enterPreload(char **argv);

} // namespace tongban::drivers::emulator
