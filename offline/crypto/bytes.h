// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's bytes as Botan takes them, and back. Private to this room.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

namespace tongban::offline::crypto {

inline const std::uint8_t *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const std::uint8_t *>(bytes.constData());
}

inline std::size_t length(const QByteArray &bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

template <class Vector> QByteArray toByteArray(const Vector &vector)
{
    return QByteArray(reinterpret_cast<const char *>(vector.data()), static_cast<qsizetype>(vector.size()));
}

} // namespace tongban::offline::crypto
