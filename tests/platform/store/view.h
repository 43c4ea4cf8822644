// SPDX-License-Identifier: GPL-3.0-or-later
// What one address of the city sees of the data that all addresses share. A late replica does not yet see what came at
// another address lately.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

namespace tongban::tests::platform::store {

struct View
{
    std::string address;                                               // this one's name
    std::int64_t seenUntil = std::numeric_limits<std::int64_t>::max(); // others' rows from this instant on are not seen

    [[nodiscard]] bool sees(const std::string &origin, std::int64_t at) const
    {
        return origin == address || at < seenUntil;
    }
};

} // namespace tongban::tests::platform::store
