// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace tongban::tests::platform {

[[nodiscard]] std::int64_t nowMs();                        // since 1970, UTC
[[nodiscard]] std::string formatUtc(std::int64_t ms);      // 2026-11-21T08:30:00.123Z
[[nodiscard]] std::string formatHttpDate(std::int64_t ms); // Sat, 21 Nov 2026 08:30:00 GMT
[[nodiscard]] std::string formatChinaDay(std::int64_t ms); // 20261121, the office's day (UTC+8)

} // namespace tongban::tests::platform
