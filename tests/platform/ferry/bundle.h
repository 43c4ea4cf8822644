// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal's bundle as it comes on a stick, read by what its format says (offline/ferry/bundle_format.h has the
// words; nothing of the terminal's code is used here). Pure.
#pragma once

#include "tests/platform/base/json.h"
#include "tests/platform/trust/sm2_key.h"

#include <tl/expected.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::tests::platform::ferry {

struct Record
{
    Json json;
    std::string page; // bytes; empty for most
};

struct Bundle
{
    Json header;
    std::vector<Record> records; // whole: the last is "end" and its counts are right
};

// The valid keys of a device, PEM.
using DeviceKeys = std::function<std::vector<std::string>(const std::string &deviceId)>;

// Signature first, then the seals; the error says what does not hold. city: the private key.
[[nodiscard]] tl::expected<Bundle, std::string> readBundle(std::string_view file, const trust::Sm2Key &city,
                                                           const DeviceKeys &keysOf);

} // namespace tongban::tests::platform::ferry
