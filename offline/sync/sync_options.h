// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace tongban::offline::sync {

struct SyncOptions
{
    std::chrono::milliseconds backOffFirst{1'000};
    std::chrono::milliseconds backOffCap{30'000}; // a line that returns is noticed within this
    std::chrono::milliseconds pollEvery{15'000};  // status changes
    std::chrono::milliseconds catalogueEvery{3'600'000};
};

} // namespace tongban::offline::sync
