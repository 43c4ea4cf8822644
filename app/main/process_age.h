// SPDX-License-Identifier: GPL-3.0-or-later
// How long this process lives already: start-up is measured from exec, not from main.
#pragma once

#include <chrono>

namespace tongban::app {

// Resolution: one clock tick of the kernel (10 ms as a rule). Zero where /proc is not mounted.
[[nodiscard]] std::chrono::milliseconds processAge();

} // namespace tongban::app
