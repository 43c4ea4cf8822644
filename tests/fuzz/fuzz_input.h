// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace tongban::fuzz {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

// A promise of the codec that did not hold: ends the process in every build type.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace tongban::fuzz
